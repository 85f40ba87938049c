package io.bellhop.core.plugin;

import io.bellhop.core.plugin.run.Patience;
import java.nio.file.Path;

/**
 * Where plugins live and what they are measured by.
 *
 * @param folder the owner puts JARs here
 * @param copies the bot keeps its private copies here
 * @param memory the file that remembers what is disabled or quarantined
 * @param apiVersion the version of the plugin API that this bot has
 * @param patience how long to wait for plugins
 */
public record PluginOptions(Path folder, Path copies, Path memory, String apiVersion, Patience patience) {
    /**
     * Gives the places in a bot's home.
     *
     * @param home the folder with {@code plugins} and {@code data}
     * @param apiVersion the version of the plugin API that this bot has
     * @return the options
     */
    public static PluginOptions of(Path home, String apiVersion) {
        var data = home.resolve("data");
        return new PluginOptions(
                home.resolve("plugins"),
                data.resolve("plugin-copies"),
                data.resolve("plugins.properties"),
                apiVersion,
                Patience.DEFAULT);
    }
}
