package io.bellhop.core.schedule;

import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import io.bellhop.core.event.pool.Cut;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolTask;
import io.bellhop.core.event.pool.Run;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One plugin's timers and jobs. They fire on its pool and end with it. */
public final class PluginScheduler implements Scheduler {
    static final Duration RETRY = Duration.ofSeconds(1);
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Time time;
    private final PluginPool pool;
    private final Faults faults;
    private final Jobs jobs;
    private final Set<Registration> timers = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /**
     * Makes the scheduler of a plugin.
     *
     * @param time tells when
     * @param pool runs what fires
     * @param faults hears what fails
     * @param jobs remembers when jobs ran
     */
    public PluginScheduler(Time time, PluginPool pool, Faults faults, Jobs jobs) {
        this.time = time;
        this.pool = pool;
        this.faults = faults;
        this.jobs = jobs;
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

    @Override
    public Registration cron(String name, String times, ZoneId zone, Missed missed, Runnable task) {
        var work = new JobTask(name, missed, task, time, pool, faults);
        var job = jobs.set(pool.owner(), name, Cron.of(times, zone), missed, work::fire);
        timers.add(job);
        if (ended) {
            job.cancel();
        }
        return () -> {
            job.cancel();
            timers.remove(job);
        };
    }

    /** Ends all timers and jobs, and those that are still to be set. */
    public void cancelAll() {
        ended = true;
        timers.forEach(Registration::cancel);
        timers.clear();
    }

    /**
     * Returns how many timers and jobs are set.
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
            return DEADLINE;
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
