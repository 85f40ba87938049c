package io.bellhop.core.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;

/** Files that are there whole or not at all, whenever the machine stops and whoever watches the folder. */
final class AtomicFile {
    private AtomicFile() {}

    static void write(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        var draft = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, attributes);
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
