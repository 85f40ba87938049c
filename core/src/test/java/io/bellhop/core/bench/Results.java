package io.bellhop.core.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Prints figures as they come, each with its target beside it. */
final class Results {
    private final PrintStream out;

    Results(PrintStream out) {
        this.out = out;
    }

    void machine() {
        out.printf(
                "%s, %d cores, %s %s, Java %s%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
    }

    void begin(String benchmark) {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        out.printf(Locale.ROOT, "%n%s (load before: %.2f)%n", benchmark, load);
    }

    void atMost(String figure, double value, double target, String unit) {
        print(figure, value, "<= " + number(target), unit, value <= target);
    }

    void atLeast(String figure, double value, double target, String unit) {
        print(figure, value, ">= " + number(target), unit, value >= target);
    }

    /** Prints a figure that nothing was promised of. */
    void note(String figure, double value, String unit) {
        out.printf("  %-46s %10s %-6s%n", figure, number(value), unit);
    }

    private void print(String figure, double value, String target, String unit, boolean met) {
        out.printf("  %-46s %10s %-6s %12s  %s%n", figure, number(value), unit, target, met ? "met" : "MISSED");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) || value >= 1000 ? "%,.0f" : "%.2f", value);
    }
}
