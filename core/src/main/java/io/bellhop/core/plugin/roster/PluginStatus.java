package io.bellhop.core.plugin.roster;

import io.bellhop.api.chat.Capability;
import java.nio.file.Path;
import java.util.Set;

/**
 * How a plugin, or a file that can't be one, stands.
 *
 * @param id names the plugin; the file's name if the file doesn't say
 * @param version its version, empty if the file doesn't say
 * @param state how it stands
 * @param reason a sentence that says why, empty if there is nothing to say
 * @param file where its JAR is
 * @param uses what it uses of chat platforms that has to be granted there
 * @param connects whether it brings a connector
 */
public record PluginStatus(
        String id,
        String version,
        PluginState state,
        String reason,
        Path file,
        Set<Capability> uses,
        boolean connects) {
    /**
     * Tells whether it runs, or is about to.
     *
     * @return whether it does
     */
    public boolean lives() {
        return state == PluginState.RUNNING || state == PluginState.STARTING;
    }
}
