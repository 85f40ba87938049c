package io.bellhop.plugins.irc.config;

import io.bellhop.api.plugin.Setting;
import java.time.Duration;

/**
 * How fast a network lets the bot speak.
 *
 * @param burst how many lines go at once, 0 for no limit
 * @param interval the time for each line after that
 */
public record Flood(
        @Setting(help = "How many lines go at once; 0 for no limit at all.", orElse = "5")
        int burst,

        @Setting(help = "The time for each line after that.", orElse = "1s")
        Duration interval) {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    public Flood {
        if (burst < 0 || interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("burst must be 0 or more, interval more than nothing");
        }
    }
}
