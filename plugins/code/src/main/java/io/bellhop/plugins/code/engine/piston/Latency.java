package io.bellhop.plugins.code.engine.piston;

import java.time.Duration;

/**
 * How far a server is: a moving average of what a job takes longer than it runs. Until there was a job, what a look
 * took stands for it. Safe for use from any thread.
 */
final class Latency {
    private static final double WEIGHT = 0.2;

    private double average;
    private boolean byJobs;

    synchronized void looked(Duration took) {
        if (!byJobs) {
            average = took.toNanos();
        }
    }

    synchronized void worked(Duration overhead) {
        double nanos = Math.max(0, overhead.toNanos());
        average = byJobs ? average + WEIGHT * (nanos - average) : nanos;
        byJobs = true;
    }

    /** {@return the average} */
    synchronized Duration average() {
        return Duration.ofNanos((long) average);
    }
}
