package io.bellhop.core.backup;

import java.nio.file.Path;

/**
 * What is saved.
 *
 * @param home the folder of the bot's own files
 * @param version the version of Bellhop
 */
public record BackupOptions(Path home, String version) {
    /** Where backups go if nothing else is said. */
    Path folder() {
        return home.resolve("backups");
    }
}
