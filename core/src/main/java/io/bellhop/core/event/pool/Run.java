package io.bellhop.core.event.pool;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One run of a task on one thread. Settles the race between a task that ends and one that is cut: the thread is
 * interrupted only while the task that deserves it runs. Safe for use from any thread.
 */
public final class Run {
    private static final int RUNNING = 0;
    /** Its thread is being interrupted or demoted, and must not go on with anything else. */
    private static final int HELD = 1;

    private static final int INTERRUPTED = 2;
    private static final int ENDED = 3;

    private final AtomicInteger state = new AtomicInteger(RUNNING);
    private final Thread thread;
    private final PoolTask task;
    private final long overdueAt;
    private volatile boolean demoted;
    private volatile boolean returning;

    Run(Thread thread, PoolTask task, long now) {
        this.thread = thread;
        this.task = task;
        this.overdueAt = now + task.deadline().toNanos();
    }

    /**
     * Cuts the task and interrupts its thread, if it still runs and was not cut before.
     *
     * @param why told to the task
     * @return true if this call did it
     */
    public boolean cut(Cut why) {
        if (!state.compareAndSet(RUNNING, HELD)) {
            return false;
        }
        try {
            task.cut(why);
            thread.interrupt();
        } finally {
            state.set(INTERRUPTED);
        }
        return true;
    }

    /**
     * Called by the task once nothing is left for it but to return: what it hands to its pool from now on waits for
     * this thread, and wakes no other. If it does not return, another one is woken after a tenth of a second.
     */
    public void returns() {
        returning = true;
    }

    /** Tells whether the thread is free for another task in a moment. */
    boolean isReturning() {
        return returning;
    }

    /** Tells by how many nanoseconds the task has outlived its deadline; negative while it has time left. */
    long overdue(long now) {
        return now - overdueAt;
    }

    /** Lowers the thread's claim on the processor, once. */
    void demote() {
        if (!demoted && state.compareAndSet(INTERRUPTED, HELD)) {
            try {
                demoted = Demotion.demote(thread);
            } finally {
                state.set(INTERRUPTED);
            }
        }
    }

    /** Tells whether the thread was demoted; it is then good for nothing else. */
    boolean demoted() {
        return demoted;
    }

    /** Called by the thread when the task has ended: no interrupt of this task reaches the next. */
    void end() {
        if (!state.compareAndSet(RUNNING, ENDED)) {
            while (!state.compareAndSet(INTERRUPTED, ENDED)) {
                Thread.onSpinWait();
            }
        }
        Thread.interrupted(); // a plugin may have set it too
    }
}
