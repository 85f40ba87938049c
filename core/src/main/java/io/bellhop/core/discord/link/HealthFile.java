package io.bellhop.core.discord.link;

import io.bellhop.api.chat.Health;
import io.bellhop.core.discord.link.option.LinkOptions;
import java.io.IOException;
import java.nio.file.Files;
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
        new KeptLines(options.health()).write(lines);
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
