package io.bellhop.core.event.pool;

import java.time.Duration;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait for a thread, and the threads that wait for a task. To wake a thread takes longer than many a
 * task does, so only one is on its way at a time: it wakes the next if more waits than it takes. A semaphore's threads
 * would wake each other as well. Safe for use from any thread.
 */
final class Arrivals {
    private final Queue<PoolTask> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();

    /** The one that has slept for the shortest time first: what it needs is still in the processors' caches. */
    private final Deque<Thread> asleep = new ConcurrentLinkedDeque<>();

    /** Whether a thread was woken that has not gone yet. */
    private final AtomicBoolean isOnItsWay = new AtomicBoolean();

    /**
     * Adds a task, and wakes a thread for it if need be.
     *
     * @param wakes false if the caller takes a task itself, in a moment
     */
    void add(PoolTask task, boolean wakes) {
        waiting.incrementAndGet();
        tasks.add(task);
        if (wakes) {
            wake();
        }
    }

    /** Wakes a thread that sleeps, unless one is on its way. */
    void wake() {
        while (!asleep.isEmpty() && isOnItsWay.compareAndSet(false, true)) {
            var first = asleep.peekFirst();
            if (first != null) {
                LockSupport.unpark(first);
                return;
            }
            isOnItsWay.set(false); // all got up meanwhile
            if (tasks.isEmpty()) {
                return;
            }
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
        var me = Thread.currentThread();
        PoolTask task;
        idle.incrementAndGet();
        asleep.addFirst(me);
        try {
            task = sleep(until);
        } finally {
            asleep.remove(me);
            idle.decrementAndGet();
            isOnItsWay.set(false); // it may have been this one, which is of no use any more
            if (!tasks.isEmpty()) {
                wake();
            }
        }
        return counted(task); // only now: else whoever adds another could take this thread for one that waits for it
    }

    private @Nullable PoolTask sleep(long until) throws InterruptedException {
        var task = tasks.poll(); // whoever adds one from now on sees that this thread is asleep
        for (long left = until - System.nanoTime(); task == null && left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            isOnItsWay.set(false);
            task = tasks.poll();
        }
        return task;
    }
}
