package io.bellhop.core.plugin.run;

import java.util.Optional;

/** The plugins' sections of the configuration. Safe for use from any thread. */
public interface PluginSettings {
    /**
     * Binds a plugin's section to its record.
     *
     * @param <T> the record
     * @param type the record
     * @param plugin the plugin's id
     * @return the record, filled and checked
     */
    <T extends Record> T bind(Class<T> type, String plugin);

    /**
     * Returns the hash that the owner demands of a plugin's JAR.
     *
     * @param plugin the plugin's id
     * @return the SHA-256 in hexadecimal, or empty if any will do
     */
    Optional<String> sha256(String plugin);
}
