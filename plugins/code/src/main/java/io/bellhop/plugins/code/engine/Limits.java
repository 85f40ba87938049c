package io.bellhop.plugins.code.engine;

import java.time.Duration;

/**
 * What a job may use.
 *
 * @param compileTime the longest that compiling may take
 * @param runTime the longest that running may take; where a program is compiled as it runs, the longest for both
 * @param cpuTime the most of the processor's time that running may take, over all its threads and processes
 * @param memory the most bytes of memory
 * @param output the most bytes of output, both streams together
 */
public record Limits(Duration compileTime, Duration runTime, Duration cpuTime, long memory, int output) {
    /**
     * Makes limits.
     *
     * @throws IllegalArgumentException if one is not above zero, since that would mean no limit somewhere
     */
    public Limits {
        if (!compileTime.isPositive() || !runTime.isPositive() || !cpuTime.isPositive() || memory <= 0 || output <= 0) {
            throw new IllegalArgumentException("each limit is above zero");
        }
    }

    /**
     * Returns the same with another limit of memory.
     *
     * @param bytes the most bytes of memory
     * @return the limits
     */
    public Limits withMemory(long bytes) {
        return new Limits(compileTime, runTime, cpuTime, bytes, output);
    }
}
