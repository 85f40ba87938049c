package io.bellhop.core.schedule;

import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * The jobs of plugins. Each sets them anew when it starts; what is remembered meanwhile is when each ran last. Safe for
 * use from any thread.
 */
@Singleton
public final class Jobs {
    private final Alarms alarms;
    private final Time time;
    private final JobStore store;
    private final Map<Key, Job> jobs = new ConcurrentHashMap<>();

    @Inject
    public Jobs(Alarms alarms, Time time, JobStore store) {
        this.alarms = alarms;
        this.time = time;
        this.store = store;
        alarms.onSetBack(() -> jobs.values().forEach(Job::heal));
    }

    private record Key(String plugin, String name) {}

    /**
     * Sets a job, in place of the one of that name.
     *
     * @param plugin whose job it is
     * @param name names it
     * @param cron its times
     * @param missed what becomes of those that passed
     * @param fire told how often it is to run now
     * @return ends it
     * @throws IllegalArgumentException if its times never come
     */
    Registration set(String plugin, String name, Cron cron, Missed missed, IntConsumer fire) {
        var now = time.clock().instant();
        if (cron.next(now).isEmpty()) {
            throw new IllegalArgumentException("the times of job " + name + " never come: " + cron.expression());
        }
        var key = new Key(plugin, name);
        var last = store.last(plugin, name, cron).map(noted -> Arrears.believable(noted, now));
        var job = new Job(key, cron, missed, fire, last.orElse(now));
        var before = jobs.put(key, job);
        if (before != null) {
            before.cancel();
        }
        if (last.isEmpty()) {
            store.keep(plugin, name, cron, now);
        }
        job.plan();
        return () -> {
            jobs.remove(key, job);
            job.cancel();
        };
    }

    /** One job, from one start of its plugin to its end. */
    private final class Job {
        private final Key key;
        private final Cron cron;
        private final Missed missed;
        private final IntConsumer fire;
        private Instant last;
        private Registration alarm = () -> {};
        private volatile boolean cancelled;

        Job(Key key, Cron cron, Missed missed, IntConsumer fire, Instant last) {
            this.key = key;
            this.cron = cron;
            this.missed = missed;
            this.fire = fire;
            this.last = last;
        }

        synchronized void plan() {
            if (!cancelled) {
                cron.next(last).ifPresent(next -> alarm = alarms.set(next, this::wake));
            }
        }

        /** Comes back from a time to come into which a wrong clock had taken it. */
        synchronized void heal() {
            var now = time.clock().instant();
            if (Arrears.isUnbelievable(last, now)) {
                last = now;
                alarm.cancel();
                plan();
            }
        }

        private synchronized CompletionStage<Runnable> wake() {
            var now = time.clock().instant();
            int times = cancelled ? 0 : Arrears.of(cron, missed, last, now);
            last = now;
            plan();
            return times == 0
                    ? Noted.NOTHING
                    : Noted.then(store.keep(key.plugin(), key.name(), cron, now), this::toString, () -> fire(times));
        }

        private void fire(int times) {
            if (!cancelled) {
                fire.accept(times);
            }
        }

        @Override
        public String toString() {
            return "job " + key.name() + " of plugin " + key.plugin();
        }

        synchronized void cancel() {
            cancelled = true;
            alarm.cancel();
        }
    }
}
