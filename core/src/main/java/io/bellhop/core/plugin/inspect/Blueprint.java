package io.bellhop.core.plugin.inspect;

import io.bellhop.core.storage.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that is known of a plugin before any of it runs.
 *
 * @param descriptor its manifest
 * @param declarations its class files
 * @param migrations the schema of its database
 * @param file where the owner put it
 * @param copy the bot's private copy, which is what runs
 */
public record Blueprint(Descriptor descriptor, Declarations declarations, Migrations migrations, Path file, Path copy) {
    /**
     * Returns what names the plugin.
     *
     * @return the id
     */
    public String id() {
        return descriptor.id();
    }

    /**
     * Computes the hash by which owners know the JAR: of what runs, or of the owner's file if none of it is to run.
     *
     * @return the hash in lower-case hexadecimal, or empty if neither can be read
     */
    public Optional<String> sha256() {
        try {
            return Optional.of(Sha256.of(Files.exists(copy) ? copy : file));
        } catch (IOException e) {
            return Optional.empty();
        }
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
