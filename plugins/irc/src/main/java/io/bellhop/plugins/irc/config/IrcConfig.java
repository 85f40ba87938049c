package io.bellhop.plugins.irc.config;

import io.bellhop.api.plugin.Config;
import io.bellhop.api.plugin.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plugin's section of the configuration.
 *
 * @param networks the networks by the names that ids have them under; without any the plugin does nothing
 * @param links where files can be fetched that IRC can't carry
 */
@Config
public record IrcConfig(
        @Setting(help = "The networks, each under a name of its own.")
        Optional<Map<String, NetworkConfig>> networks,

        @Setting(help = "Serves files that the bot sends at short-lived links.")
        Optional<LinksConfig> links) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one can't be part of an id
     */
    public IrcConfig {
        for (var name : networks.orElse(Map.of()).keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("the network's name \"" + name
                        + "\" must be of small letters, digits and hyphens, such as libera");
            }
        }
    }
}
