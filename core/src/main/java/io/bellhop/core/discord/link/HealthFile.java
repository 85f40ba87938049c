package io.bellhop.core.discord.link;

import io.bellhop.api.chat.Health;
import io.bellhop.core.discord.link.option.LinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in a file how the link is, a line for each thing. */
final class HealthFile {
    private static final Logger LOG = LoggerFactory.getLogger(HealthFile.class);

    private HealthFile() {}

    static void write(LinkOptions options, Health health) {
        var lines = Stream.concat(
                        health.trouble().stream(),
                        health.facts().entrySet().stream().map(fact -> fact.getKey() + " " + fact.getValue()))
                .toList();
        options.health().ifPresent(file -> {
            try {
                var draft = file.resolveSibling("." + file.getFileName() + ".new");
                Files.write(draft, lines);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                LOG.warn("How the link to Discord is can't be written to {}", file, e);
            }
        });
    }

    static void remove(LinkOptions options) {
        options.health().ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("{} can't be removed", file, e);
            }
        });
    }
}
