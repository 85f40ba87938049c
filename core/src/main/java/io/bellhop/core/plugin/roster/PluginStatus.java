package io.bellhop.core.plugin.roster;

import java.nio.file.Path;

/**
 * How a plugin, or a file that can't be one, stands.
 *
 * @param id names the plugin; the file's name if the file doesn't say
 * @param version its version, empty if the file doesn't say
 * @param state how it stands
 * @param reason a sentence that says why, empty if there is nothing to say
 * @param file where its JAR is
 */
public record PluginStatus(String id, String version, PluginState state, String reason, Path file) {}
