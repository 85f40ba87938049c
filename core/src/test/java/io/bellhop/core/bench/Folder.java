package io.bellhop.core.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that goes away with all that is in it. */
record Folder(Path path) implements Closeable {
    static Folder temporary() throws IOException {
        return new Folder(Files.createTempDirectory("bellhop-bench"));
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
