package io.bellhop.api.plugin;

/** What a JAR's manifest says of its plugin. */
public interface PluginDescription {
    /**
     * Returns what names the plugin in commands, configuration and file names.
     *
     * @return the id, in lower case, such as {@code code}
     */
    String id();

    /**
     * Returns the version.
     *
     * @return a semantic version, such as {@code 1.4.0}
     */
    String version();

    /**
     * Returns what the plugin is for.
     *
     * @return a sentence, perhaps empty
     */
    String description();
}
