package io.bellhop.core.schedule;

import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes at moments of the wall clock. That clock can jump while a timer runs, so it is looked at again each minute
 * while an alarm is set. Safe for use from any thread.
 */
@Singleton
public final class Alarms {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final Time time;
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long made;
    private final List<Runnable> onSetBack = new CopyOnWriteArrayList<>();
    private Instant latest = Instant.MIN;
    private boolean stopped;
    private @Nullable Look planned;

    @Inject
    public Alarms(Time time) {
        this.time = time;
    }

    /** An alarm; those of one moment wake in the order in which they were set. */
    private record Alarm(Instant at, long number, Wake wake) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            int order = at.compareTo(other.at);
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }

    /** What an alarm does, on a thread of the core's that may wait; it runs no plugin's code. */
    @FunctionalInterface
    interface Wake {
        /**
         * Begins to note that it has woken.
         *
         * @return completes, never exceptionally, with what is to be done then
         */
        CompletionStage<Runnable> wake();
    }

    /** A look that is planned, by the time that only grows. */
    private record Look(long nanos, Registration timer) {}

    /**
     * Sets an alarm.
     *
     * @param at when the wall clock has come so far
     * @param wake called once
     * @return ends the alarm
     */
    synchronized Registration set(Instant at, Wake wake) {
        var alarm = new Alarm(at, made++, wake);
        if (!stopped) {
            alarms.add(alarm);
            plan();
        }
        return () -> cancel(alarm);
    }

    /** Has something done whenever the clock was so wrong that what was planned by it is not to be believed. */
    void onSetBack(Runnable heal) {
        onSetBack.add(heal);
    }

    /** Wakes nobody from now on: the bot ends. */
    public synchronized void stop() {
        stopped = true;
        alarms.clear();
    }

    private synchronized void cancel(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Lets all that are due note it first, so that they share one wait for the disk. */
    private void look() {
        if (wasSetBack()) {
            onSetBack.forEach(Alarms::attempt);
        }
        var noted = new ArrayList<CompletionStage<Runnable>>();
        for (Alarm due; (due = due()) != null; ) {
            var alarm = due;
            attempt(() -> noted.add(alarm.wake.wake()));
        }
        noted.forEach(stage -> attempt(() -> stage.toCompletableFuture().join().run()));
    }

    /** One that fails must not keep the others waiting for ever. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.error("an alarm failed", e);
        }
    }

    private synchronized boolean wasSetBack() {
        var before = latest;
        latest = time.clock().instant();
        return Arrears.isUnbelievable(before, latest);
    }

    private synchronized @Nullable Alarm due() {
        var first = alarms.peek();
        if (first != null && !first.at.isAfter(time.clock().instant())) {
            return alarms.poll();
        }
        planned = null;
        plan();
        return null;
    }

    /** Sees to it that there will be a look in time for the first alarm. */
    private void plan() {
        var first = alarms.peek();
        if (first == null) {
            return;
        }
        var wait = wait(Duration.between(time.clock().instant(), first.at));
        long nanos = time.nanos() + wait.toNanos();
        if (planned != null && planned.nanos - nanos <= 0) {
            return;
        }
        if (planned != null) {
            planned.timer.cancel();
        }
        planned = new Look(nanos, time.after(wait, this::look));
    }

    private static Duration wait(Duration left) {
        return left.isNegative() ? Duration.ZERO : left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
    }
}
