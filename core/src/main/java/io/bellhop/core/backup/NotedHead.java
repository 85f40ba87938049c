package io.bellhop.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The audit's head that a home notes beside its database. After a restore it is the restored one: the audit ends
 * earlier on purpose, and only what is missing from then on is an alarm. The former is kept, so that an owner can
 * compare.
 */
final class NotedHead {
    private final Path file;

    NotedHead(Path home) {
        this.file = home.resolve("logs/audit.head");
    }

    /**
     * Notes a head in place of the one that was noted.
     *
     * @param head the restored audit's end; empty if it has none
     * @param before the name of the folder that holds what was there before
     * @return the file that keeps the former head; empty if there was none, or the same
     */
    Optional<Path> replace(String head, Path before) throws IOException {
        Files.createDirectories(file.getParent());
        var kept = Files.exists(file) && !Files.readString(file).strip().equals(head)
                ? Optional.of(Files.move(file, file.resolveSibling("audit.head." + before.getFileName())))
                : Optional.<Path>empty();
        if (!head.isEmpty()) {
            var draft = Files.writeString(file.resolveSibling(".audit.head.new"), head + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return kept;
    }
}
