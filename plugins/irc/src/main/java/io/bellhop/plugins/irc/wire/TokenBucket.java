package io.bellhop.plugins.irc.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets a burst of lines go, and then one at each interval, as servers want it. For use under its owner's lock. */
final class TokenBucket {
    private final int burst;
    private final long interval;
    private final LongSupplier nanos;
    /** When the bucket is full again. */
    private long fullAt;

    /**
     * Makes a full bucket.
     *
     * @param burst how many go at once; 0 for no limit at all
     * @param interval the time for each one after that
     * @param nanos the time in nanoseconds from some moment on
     */
    TokenBucket(int burst, Duration interval, LongSupplier nanos) {
        this.burst = burst;
        this.interval = interval.toNanos();
        this.nanos = nanos;
        this.fullAt = nanos.getAsLong();
    }

    /** Takes a token; returns 0, or how many nanoseconds there is none yet. */
    long take() {
        if (burst == 0) {
            return 0;
        }
        long now = nanos.getAsLong();
        if (fullAt - now < 0) {
            fullAt = now;
        }
        long wait = fullAt - now - (burst - 1) * interval;
        if (wait > 0) {
            return wait;
        }
        fullAt += interval;
        return 0;
    }
}
