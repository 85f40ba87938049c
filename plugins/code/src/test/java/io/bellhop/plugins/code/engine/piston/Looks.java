package io.bellhop.plugins.code.engine.piston;

import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.api.plugin.Scheduler;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A scheduler whose timers fire when a test says so. */
final class Looks implements Scheduler {
    private final List<Timer> timers = new ArrayList<>();

    private record Timer(Duration delay, Runnable task) {}

    @Override
    public synchronized Registration after(Duration delay, Runnable task) {
        var timer = new Timer(delay, task);
        timers.add(timer);
        return () -> cancel(timer);
    }

    /** {@return the pauses that timers wait for, the shortest first} */
    synchronized List<Duration> pauses() {
        return timers.stream().map(Timer::delay).sorted().toList();
    }

    /** Lets all that wait now fire. */
    void fire() {
        List<Timer> due;
        synchronized (this) {
            due = List.copyOf(timers);
            timers.clear();
        }
        due.forEach(timer -> timer.task().run());
    }

    @Override
    public Registration every(Duration interval, Runnable task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration cron(String name, String times, ZoneId zone, Missed missed, Runnable task) {
        throw new UnsupportedOperationException();
    }

    private synchronized void cancel(Timer timer) {
        timers.remove(timer);
    }
}
