package io.bellhop.core.telemetry;

/**
 * Remembers, beyond the end of the process, in which ranges refs were counted, so that none comes again whatever the
 * clock says. Safe for use from any thread.
 */
@FunctionalInterface
public interface RefRanges {
    /**
     * Takes the next range.
     *
     * @return its number: one more than the last that was taken
     */
    int take();
}
