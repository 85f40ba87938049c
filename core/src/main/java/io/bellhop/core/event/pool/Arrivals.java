package io.bellhop.core.event.pool;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait for a thread, and the threads that wait for a task. To wake a thread takes longer than many a
 * task does, so only one is on its way at a time: it wakes the next if more waits than it takes. Safe for use from any
 * thread.
 */
final class Arrivals {
    private final Queue<PoolTask> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private final Semaphore wakes = new Semaphore(0);

    /** Whether a thread was woken that has not looked for a task yet. */
    private final AtomicBoolean isOnItsWay = new AtomicBoolean();

    /** Adds a task, and wakes a thread for it if need be. */
    void add(PoolTask task) {
        waiting.incrementAndGet();
        tasks.add(task);
        wake();
    }

    private void wake() {
        if (idle.get() > 0 && isOnItsWay.compareAndSet(false, true)) {
            wakes.release();
        }
    }

    /** Returns how many tasks wait. */
    int waiting() {
        return waiting.get();
    }

    /** Tells whether more tasks wait than there are threads that wait for one. */
    boolean isMore() {
        return waiting.get() > idle.get();
    }

    /** Takes a task if one waits. */
    @Nullable
    PoolTask poll() {
        return counted(tasks.poll());
    }

    private @Nullable PoolTask counted(@Nullable PoolTask task) {
        if (task != null) {
            waiting.decrementAndGet();
        }
        return task;
    }

    /**
     * Waits for a task.
     *
     * @param most how long
     * @return a task, or null if none came
     */
    @Nullable
    PoolTask await(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        PoolTask task;
        idle.incrementAndGet();
        try {
            task = sleep(until);
        } finally {
            idle.decrementAndGet();
            if (!tasks.isEmpty()) {
                wake();
            }
        }
        return counted(task); // only now: else whoever adds another could take this thread for one that waits for it
    }

    private @Nullable PoolTask sleep(long until) throws InterruptedException {
        var task = tasks.poll(); // whoever adds one from now on sees that this thread is idle
        while (task == null && wakes.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            isOnItsWay.set(false);
            task = tasks.poll();
        }
        return task == null ? tasks.poll() : task;
    }
}
