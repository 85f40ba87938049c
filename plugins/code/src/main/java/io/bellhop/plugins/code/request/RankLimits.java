package io.bellhop.plugins.code.request;

import io.bellhop.api.plugin.Setting;
import java.time.Duration;
import java.util.Optional;

/**
 * What a rank, and each above it, may ask for.
 *
 * @param time the longest that a program may run, if that is more than the usual
 * @param memory the most memory, in MiB, if that is more than the usual
 */
public record RankLimits(
        @Setting(help = "The longest time that may be asked for with -time.")
        Optional<Duration> time,

        @Setting(help = "The most memory that may be asked for with -memory, in MiB.")
        Optional<Integer> memory) {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST = 64 * 1024;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one makes no sense
     */
    public RankLimits {
        if (time.filter(one -> !one.isPositive() || one.compareTo(LONGEST) > 0).isPresent()) {
            throw new IllegalArgumentException("time must be above zero and at most 5m");
        }
        if (memory.filter(one -> one < 1 || one > MOST).isPresent()) {
            throw new IllegalArgumentException("memory must be from 1 to 65536 (MiB)");
        }
    }

    /**
     * Lets a program run for longer.
     *
     * @param longest how long
     * @return the limits
     */
    static RankLimits time(Duration longest) {
        return new RankLimits(Optional.of(longest), Optional.empty());
    }
}
