package io.bellhop.core.command.run;

import io.bellhop.core.event.Time;
import io.bellhop.core.telemetry.meter.CommandMeters;
import io.bellhop.core.telemetry.meter.Outcome;
import java.time.Duration;

/** How long an invocation has waited and run, and how long it may still run. Safe for use from any thread. */
final class Timing {
    private final Time time;
    private final CommandMeters meters;
    private final Duration deadline;
    private final long queuedAt;
    private volatile long begunAt;

    /** Begins with the place in the queue. */
    Timing(Time time, CommandMeters meters, Duration deadline) {
        this.time = time;
        this.meters = meters;
        this.deadline = deadline;
        this.queuedAt = time.nanos();
        this.begunAt = queuedAt;
    }

    void begins() {
        begunAt = time.nanos();
    }

    /** What is left of the deadline; a result that comes later has no more time than one that comes at once. */
    Duration left() {
        var used = Duration.ofNanos(time.nanos() - begunAt);
        return used.compareTo(deadline) < 0 ? deadline.minus(used) : Duration.ZERO;
    }

    void ended(Outcome outcome) {
        meters.ended(outcome, begunAt - queuedAt, time.nanos() - begunAt);
    }
}
