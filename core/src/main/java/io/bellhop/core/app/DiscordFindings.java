package io.bellhop.core.app;

import io.bellhop.api.chat.Capability;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.discord.link.CheckUp;
import io.bellhop.core.discord.link.option.LinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the doctor finds about Discord: what Discord says of the bot, and what a running bot last said of Discord. */
final class DiscordFindings {
    private static final String SUBJECT = "discord";
    private static final Duration STALE = Duration.ofMinutes(5);

    private DiscordFindings() {}

    static List<Finding> of(Home home, Map<String, String> environment) {
        try {
            var discord = Configuration.load(home.config(), environment)
                    .bind(CoreConfig.class, "")
                    .discord();
            if (discord.token().isEmpty()) {
                return List.of(Finding.ok(SUBJECT, "no token is set; docs/discord.md says how to get one"));
            }
            // it loads no plugin, so that it asks for what any could use
            return of(DiscordSettings.of(discord.token().get(), discord, home, () -> EnumSet.allOf(Capability.class))
                    .link());
        } catch (ConfigurationException e) {
            return List.of(); // it is a finding of its own
        } catch (StartRefused e) {
            return List.of(Finding.missing(SUBJECT, String.valueOf(e.getMessage())));
        }
    }

    static List<Finding> of(LinkOptions link) {
        try {
            var asked = CheckUp.of(link).stream().map(DiscordFindings::of);
            return Stream.concat(asked, lastSaid(link).stream()).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Finding of(CheckUp.Result result) {
        return switch (result.kind()) {
            case GOOD -> Finding.ok(SUBJECT, result.seen());
            case LACKING -> Finding.note(SUBJECT, result.seen());
            case REFUSED -> Finding.missing(SUBJECT, result.seen());
        };
    }

    private static List<Finding> lastSaid(LinkOptions link) {
        return link.health().filter(DiscordFindings::isFresh).stream()
                .flatMap(file -> lines(file).stream())
                .map(line -> Finding.ok(SUBJECT, "the running bot says: " + line))
                .toList();
    }

    private static boolean isFresh(Path file) {
        try {
            var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
            return age.compareTo(STALE) < 0;
        } catch (IOException e) {
            return false; // no bot is running
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of("nothing that can be read: " + e.getMessage());
        }
    }
}
