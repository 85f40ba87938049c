package io.bellhop.core.plugin.run;

import java.util.Optional;
import java.util.Set;

/** The plugins' sections of the configuration. Safe for use from any thread. */
public interface PluginSettings {
    /**
     * Binds a plugin's section to its record.
     *
     * @param <T> the record
     * @param type the record
     * @param plugin the plugin's id
     * @param others the keys of other records that share the section
     * @return the record, filled and checked
     */
    <T extends Record> T bind(Class<T> type, String plugin, Set<String> others);

    /**
     * Makes sure that nothing is set for a plugin that takes no settings, so that no key is silently without effect.
     *
     * @param plugin the plugin's id
     * @param others the keys of other records that share the section
     */
    void requireNone(String plugin, Set<String> others);

    /**
     * Returns whose settings there are.
     *
     * @return plugins' ids, as the owner wrote them
     */
    Set<String> ids();

    /**
     * Returns the hash that the owner demands of a plugin's JAR.
     *
     * @param plugin the plugin's id
     * @return the SHA-256 in hexadecimal, or empty if any will do
     */
    Optional<String> sha256(String plugin);
}
