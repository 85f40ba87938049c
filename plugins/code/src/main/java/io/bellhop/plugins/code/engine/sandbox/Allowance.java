package io.bellhop.plugins.code.engine.sandbox;

import java.time.Duration;

/**
 * What one step of a job may use.
 *
 * @param wall the longest that it may take
 * @param cpu the most of the processor's time, over all its processes
 * @param memory the most bytes of memory, over all its processes and what they wrote to the sandbox's folders
 * @param output the most bytes of output, both streams together
 */
public record Allowance(Duration wall, Duration cpu, long memory, int output) {
    /**
     * Makes an allowance.
     *
     * @throws IllegalArgumentException if a part is not above zero, since that would mean no limit somewhere
     */
    public Allowance {
        if (!wall.isPositive() || !cpu.isPositive() || memory <= 0 || output <= 0) {
            throw new IllegalArgumentException("each limit is above zero");
        }
    }
}
