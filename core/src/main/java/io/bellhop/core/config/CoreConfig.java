package io.bellhop.core.config;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Config;
import io.bellhop.api.plugin.Secret;
import io.bellhop.api.plugin.Setting;
import io.bellhop.core.telemetry.log.LogOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the core itself is told.
 *
 * @param owners who runs the bot, such as {@code discord:80351110224678912}
 * @param prefix what a command begins with
 * @param editWindow how long an edited message asks again, and a deleted one takes its answer along
 * @param discord the connector to Discord
 * @param log how logs are written
 * @param pool every plugin's own pool
 * @param audit the record of who did what
 */
@Config
public record CoreConfig(
        @Setting(orElse = "") List<String> owners,
        @Setting(orElse = "!") String prefix,
        @Setting(orElse = "10m") Duration editWindow,
        Discord discord,
        LogOptions log,
        Pool pool,
        Audit audit) {
    private static final int LONGEST_PREFIX = 16;

    /** Checks owners and prefix. */
    public CoreConfig {
        owners = List.copyOf(owners);
        for (String owner : owners) {
            if (!owner.matches("[a-z0-9-]+:\\S+")) {
                throw new IllegalArgumentException(
                        "owners holds one that is not CONNECTOR:ID, such as discord:80351110224678912");
            }
        }
        if (prefix.isBlank()
                || prefix.length() > LONGEST_PREFIX
                || prefix.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("prefix is not a few characters without a space, such as \"!\"");
        }
    }

    /** {@return the owners as users} */
    public Set<UserId> ownerIds() {
        return owners.stream()
                .map(owner -> owner.split(":", 2))
                .map(parts -> new UserId(parts[0], parts[1]))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The connector to Discord.
     *
     * @param token the bot's token; without one there is no such connector
     * @param shards which shards run here: {@code auto}, a total, or a part such as {@code 0-1 of 4}
     * @param activity what is shown beside the bot's name
     * @param guilds the ids of the only servers that slash commands are registered in; none for everywhere
     */
    public record Discord(
            Optional<Secret> token,
            @Setting(orElse = "auto") String shards,
            Optional<String> activity,
            @Setting(orElse = "") List<String> guilds) {
        private static final int LONGEST_ACTIVITY = 128;

        /** Checks the form of each. */
        public Discord {
            if (!shards.matches("auto|\\d{1,5}|\\d{1,5}(-\\d{1,5})? of \\d{1,5}")) {
                throw new IllegalArgumentException(
                        "shards is not auto, a number such as 4, or a part such as \"0-1 of 4\"");
            }
            if (activity.filter(text -> text.isBlank() || text.length() > LONGEST_ACTIVITY)
                    .isPresent()) {
                throw new IllegalArgumentException("activity is empty, or longer than " + LONGEST_ACTIVITY);
            }
            guilds = List.copyOf(guilds);
            for (String guild : guilds) {
                if (!guild.matches("\\d{15,20}")) {
                    throw new IllegalArgumentException(
                            "guilds holds one that is no server's id, such as \"80351110224678912\"");
                }
            }
        }
    }

    /**
     * The record of who did what.
     *
     * @param keep how long a row is kept
     */
    public record Audit(@Setting(orElse = "365d") Duration keep) {
        private static final Duration LEAST = Duration.ofDays(1);

        /** Checks the bound. */
        public Audit {
            if (keep.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException("keep is less than a day");
            }
        }
    }

    /**
     * The size of every plugin's own pool.
     *
     * @param threads how many invocations run at once
     * @param queue how many wait
     */
    public record Pool(
            @Setting(orElse = "16") int threads,
            @Setting(orElse = "1000") int queue) {
        private static final int MOST_THREADS = 1_000;
        private static final int MOST_WAITING = 1_000_000;

        /** Checks the bounds. */
        public Pool {
            if (threads < 1 || threads > MOST_THREADS) {
                throw new IllegalArgumentException("threads is not from 1 to " + MOST_THREADS);
            }
            if (queue < 1 || queue > MOST_WAITING) {
                throw new IllegalArgumentException("queue is not from 1 to " + MOST_WAITING);
            }
        }
    }
}
