package io.bellhop.plugins.code.answer;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How times spread.
 *
 * @param lower the first quartile: a quarter of them is not longer
 * @param median half of them
 * @param upper the third quartile: three quarters
 */
record Spread(Duration lower, Duration median, Duration upper) {
    private static final double NANOS_OF_MILLI = 1e6;
    private static final double NANOS_OF_SECOND = 1e9;

    static Spread of(List<Duration> times) {
        var sorted = times.stream().sorted().toList();
        return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    /** Tells whether what these times are of is likely to be faster than another. */
    boolean isClearlyBelow(Spread other) {
        return upper.compareTo(other.lower) < 0;
    }

    /** Says a time with three digits that count, such as {@code 3.21 ms}. */
    static String words(Duration time) {
        double nanos = time.toNanos();
        return nanos < NANOS_OF_SECOND
                ? digits(nanos / NANOS_OF_MILLI) + " ms"
                : digits(nanos / NANOS_OF_SECOND) + " s";
    }

    private static String digits(double number) {
        int behindThePoint = number < 10 ? 2 : number < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + behindThePoint + "f", number);
    }

    /** The value at a part of the way from the least to the greatest, between two if need be. */
    private static Duration quantile(List<Duration> sorted, double part) {
        double at = part * (sorted.size() - 1);
        int below = (int) at;
        var low = sorted.get(below);
        var high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low.plusNanos(Math.round((at - below) * high.minus(low).toNanos()));
    }
}
