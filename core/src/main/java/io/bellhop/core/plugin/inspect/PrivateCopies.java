package io.bellhop.core.plugin.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's own copies of JARs: what an owner does to a file never reaches the classes that run. */
public final class PrivateCopies {
    private static final Logger log = LoggerFactory.getLogger(PrivateCopies.class);
    private static final long LARGEST = 256L << 20;

    private final Path folder;
    private final AtomicInteger number = new AtomicInteger();

    public PrivateCopies(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * Deletes what an earlier run left.
     *
     * @throws IOException if the folder can't be made or emptied
     */
    public void clear() throws IOException {
        Files.createDirectories(folder);
        try (var old = Files.newDirectoryStream(folder, "*.jar")) {
            for (var copy : old) {
                Files.delete(copy);
            }
        }
    }

    /** Copies a file. */
    Path take(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new PluginRefused("It is larger than %d MiB.".formatted(LARGEST >> 20));
        }
        return Files.copy(file, folder.resolve(number.incrementAndGet() + ".jar"));
    }

    /**
     * Deletes a copy.
     *
     * @param copy a copy that is no longer needed
     */
    public void drop(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            log.warn("the copy {} stays until the next start", copy, e);
        }
    }
}
