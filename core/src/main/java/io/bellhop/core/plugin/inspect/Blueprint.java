package io.bellhop.core.plugin.inspect;

import io.bellhop.core.storage.Migrations;
import java.nio.file.Path;

/**
 * All that is known of a plugin before any of it runs.
 *
 * @param descriptor its manifest
 * @param declarations its class files
 * @param migrations the schema of its database
 * @param file where the owner put it
 * @param copy the bot's private copy, which is what runs
 * @param sha256 the hash of the copy, in lower-case hexadecimal
 */
public record Blueprint(
        Descriptor descriptor, Declarations declarations, Migrations migrations, Path file, Path copy, String sha256) {
    /**
     * Returns what names the plugin.
     *
     * @return the id
     */
    public String id() {
        return descriptor.id();
    }

    /**
     * Tells whether the plugin needs another one directly.
     *
     * @param other the other's id
     * @return true if it is among the dependencies
     */
    public boolean needs(String other) {
        return descriptor.dependencies().stream().anyMatch(needed -> needed.id().equals(other));
    }
}
