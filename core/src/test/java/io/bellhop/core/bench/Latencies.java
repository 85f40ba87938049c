package io.bellhop.core.bench;

import java.util.Arrays;

/** How long something took, again and again. Used by one thread at a time. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] nanos;
    private int count;

    Latencies(int most) {
        nanos = new long[most];
    }

    void add(long duration) {
        nanos[count++] = duration;
    }

    /** Returns what so many percent took at most, in milliseconds. */
    double percentile(int percent) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(percent / 100.0 * count) - 1] / NANOS_PER_MILLI;
    }
}
