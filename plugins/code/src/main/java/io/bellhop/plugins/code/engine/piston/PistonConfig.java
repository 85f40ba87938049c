package io.bellhop.plugins.code.engine.piston;

import io.bellhop.api.plugin.Setting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Piston servers.
 *
 * @param servers the servers, by the names that answers and the bot's owner know them by
 * @param check how often each is looked at
 * @param margin how much longer than its limits a job may take on its way, and how long a look may take
 */
public record PistonConfig(
        @Setting(help = "The servers, each under a name of its own.")
        Optional<Map<String, ServerConfig>> servers,

        @Setting(help = "How often each server is looked at.", orElse = "1m")
        Duration check,

        @Setting(help = "How much longer than its limits a job may take on its way.", orElse = "5s")
        Duration margin) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one makes no sense
     */
    public PistonConfig {
        if (!check.isPositive() || !margin.isPositive()) {
            throw new IllegalArgumentException("check and margin must be above zero");
        }
        for (var name : servers.orElse(Map.of()).keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("servers: the name \"" + name
                        + "\" must be of small letters, digits and hyphens, such as near");
            }
        }
    }
}
