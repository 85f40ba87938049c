package io.bellhop.core.plugin.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * What tells a file from what it was before.
 *
 * @param size its size
 * @param modified when it was changed, in nanoseconds
 * @param key what the file system calls it, so that a file moved onto another is seen
 */
public record FileMark(long size, long modified, String key) {
    /** Reads a file's mark; empty if it is not there. */
    public static Optional<FileMark> of(Path file) {
        try {
            var found = Files.readAttributes(file, BasicFileAttributes.class);
            var modified = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return Optional.of(new FileMark(found.size(), modified, String.valueOf(found.fileKey())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a file has its end, where a JAR's directory stands. */
    static boolean opensAsJar(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
