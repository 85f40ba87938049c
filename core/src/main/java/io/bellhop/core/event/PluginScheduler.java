package io.bellhop.core.event;

import io.bellhop.api.plugin.Registration;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.core.error.Faults;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One plugin's timers. They fire on its pool and end with it. */
public final class PluginScheduler implements Scheduler {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Time time;
    private final PluginPool pool;
    private final Faults faults;
    private final Set<Timer> timers = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /**
     * Makes the scheduler of a plugin.
     *
     * @param time tells when
     * @param pool runs what fires
     * @param faults hears what fails
     */
    public PluginScheduler(Time time, PluginPool pool, Faults faults) {
        this.time = time;
        this.pool = pool;
        this.faults = faults;
    }

    @Override
    public Registration after(Duration delay, Runnable task) {
        return new Timer(task, Duration.ZERO).start(delay);
    }

    @Override
    public Registration every(Duration interval, Runnable task) {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("a timer's interval is more than zero");
        }
        return new Timer(task, interval).start(interval);
    }

    /** Ends all timers, and those that are still to be set. */
    public void cancelAll() {
        ended = true;
        timers.forEach(Timer::cancel);
    }

    /**
     * Returns how many timers are set.
     *
     * @return the count
     */
    public int count() {
        return timers.size();
    }

    /** A timer; its interval is zero if it fires once. */
    private final class Timer implements Registration, PoolTask {
        private final Runnable task;
        private final Duration interval;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile Registration next = () -> {};
        private volatile boolean cancelled;

        Timer(Runnable task, Duration interval) {
            this.task = task;
            this.interval = interval;
        }

        Timer start(Duration delay) {
            timers.add(this);
            next = time.after(delay, this::fire);
            if (ended) { // set by code that outlives its plugin
                cancel();
            }
            return this;
        }

        private void fire() {
            if (cancelled) {
                return;
            }
            if (interval.isPositive()) {
                next = time.after(interval, this::fire);
                if (cancelled) { // meanwhile
                    next.cancel();
                }
            }
            if (busy.compareAndSet(false, true) && !enqueue()) {
                busy.set(false);
                if (interval.isZero() && !pool.isClosed()) {
                    next = time.after(RETRY, this::fire); // it has only this one chance
                }
            }
        }

        private boolean enqueue() {
            boolean room = pool.reserve();
            if (room) {
                pool.run(this);
            }
            return room;
        }

        @Override
        public void run(Run run) {
            try {
                task.run();
            } catch (Throwable failure) {
                faults.report(pool.owner(), "timer", failure);
            } finally {
                busy.set(false);
                if (interval.isZero()) {
                    timers.remove(this);
                }
            }
        }

        @Override
        public Duration deadline() {
            return PlainTask.DEADLINE;
        }

        @Override
        public void cut(Cut why) {
            if (why == Cut.DEADLINE) {
                faults.report(pool.owner(), "timer", new TimeoutException("took too long"));
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            next.cancel();
            timers.remove(this);
        }
    }
}
