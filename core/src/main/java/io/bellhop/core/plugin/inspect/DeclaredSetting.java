package io.bellhop.core.plugin.inspect;

/**
 * A setting that a plugin takes.
 *
 * @param key its key within the plugin's section
 * @param help what it does, perhaps empty
 * @param orElse its default as it would be written, empty if there is none
 */
public record DeclaredSetting(String key, String help, String orElse) {}
