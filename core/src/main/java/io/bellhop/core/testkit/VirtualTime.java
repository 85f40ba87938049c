package io.bellhop.core.testkit;

import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Time that stands still until it is advanced. Timers fire on the thread that advances it. */
public final class VirtualTime implements Time {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long nanos;
    private long made;
    private Duration offset = Duration.ZERO;

    /** A timer; those of one moment fire in the order in which they were set. */
    private record Timer(long at, long number, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    /**
     * Lets time pass, and fires what is due on the way.
     *
     * @param duration how much
     */
    public void advance(Duration duration) {
        advance(duration, Runnable::run);
    }

    /**
     * Sets the wall clock, and lets no time pass.
     *
     * @param by how much it is set forward
     */
    public synchronized void jump(Duration by) {
        offset = offset.plus(by);
    }

    /** Lets time pass, and leaves it to the caller to fire what is due on the way. */
    void advance(Duration duration, Consumer<Runnable> fire) {
        long until = nanos() + duration.toNanos();
        for (Timer due; (due = due(until)) != null; ) {
            fire.accept(due.task);
        }
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public Clock clock() {
        return new VirtualClock(ZoneOffset.UTC);
    }

    @Override
    public synchronized Registration after(Duration delay, Runnable task) {
        var timer = new Timer(nanos + delay.toNanos(), made++, task);
        timers.add(timer);
        return () -> cancel(timer);
    }

    /** Drops all timers, as the end of a process does. */
    synchronized void dropTimers() {
        timers.clear();
    }

    private synchronized Instant wall() {
        return START.plus(offset).plusNanos(nanos);
    }

    private synchronized void cancel(Timer timer) {
        timers.remove(timer);
    }

    private synchronized @Nullable Timer due(long until) {
        var next = timers.peek();
        if (next == null || next.at > until) {
            nanos = until;
            return null;
        }
        nanos = Math.max(nanos, next.at);
        return timers.poll();
    }

    /** The wall clock of this time. */
    private final class VirtualClock extends Clock {
        private final ZoneId zone;

        VirtualClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new VirtualClock(other);
        }

        @Override
        public Instant instant() {
            return wall();
        }
    }
}
