package io.bellhop.core.discord.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file in which the link remembers something, or says how it is; what can't be kept is only said in the log.
 */
record KeptLines(Optional<Path> file) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLines.class);

    /** Reads what was kept; nothing, if that is not there or makes no sense. */
    <T> List<T> read(Function<String, T> parse) {
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return Files.readAllLines(file.get()).stream().map(parse).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | RuntimeException e) {
            LOG.warn("What {} says of earlier sessions at Discord can't be read, and counts as nothing", file.get(), e);
            return List.of();
        }
    }

    void write(List<String> lines) {
        if (file.isEmpty()) {
            return;
        }
        try {
            var draft = file.get().resolveSibling("." + file.get().getFileName() + ".new");
            Files.write(draft, lines);
            Files.move(draft, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("What is to be known of the link to Discord can't be written to {}", file.get(), e);
        }
    }
}
