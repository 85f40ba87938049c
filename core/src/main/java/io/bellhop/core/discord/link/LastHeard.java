package io.bellhop.core.discord.link;

import io.bellhop.core.discord.entity.Recent;
import io.bellhop.core.discord.link.option.LinkOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA.ShardInfo;
import net.dv8tion.jda.api.utils.TimeUtil;

/**
 * What each shard heard last, also across restarts, so that it is known since when something may have been missed. A
 * process that ends as it should knows exactly. For one that does not, the file says a little more than was heard:
 * nothing is heard twice, but what was said right after a crash not at all. Safe for use from any thread.
 */
public final class LastHeard {
    /** How often it is written while shards listen. */
    public static final Duration RENEWAL = Duration.ofSeconds(5);

    private static final Duration LEASE = RENEWAL.multipliedBy(2);
    private static final int MOST_DIRECT = 10;
    private static final String DIRECT = "direct";

    private final KeptLines kept;
    private final InstantSource clock;
    private final Map<String, Ear> ears = new TreeMap<>();
    private final Recent<String, Boolean> alone = new Recent<>(MOST_DIRECT);
    /** Where a shard begins of which nothing is known. */
    private final long start;
    /** How far Discord's clock goes before this one, as far as that is known. */
    private long aheadMillis;

    private record Line(String key, long number) {
        static Line parse(String line) {
            var parts = line.split(" ", 2);
            return new Line(parts[0], Long.parseLong(parts[1]));
        }

        String text() {
            return key + " " + number;
        }
    }

    private static final class Ear {
        /** Since when something may have been missed, while it does not listen. */
        private long since;

        private long latest;
        private boolean listens;

        private Ear(long since) {
            this.since = since;
            this.latest = since;
        }

        private long missedAfter(long lease) {
            return listens ? Math.max(latest, lease) : since;
        }
    }

    private LastHeard(KeptLines kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
        kept.read(Line::parse).forEach(this::know);
        this.start = ears.values().stream()
                .mapToLong(ear -> ear.since)
                .max()
                .orElseGet(() -> TimeUtil.getDiscordTimestamp(clock.millis() + 1));
    }

    /** Knows what the last process knew. */
    public static LastHeard open(LinkOptions options) {
        return new LastHeard(new KeptLines(options.heard()), options.pace().clock());
    }

    private void know(Line line) {
        if (line.key().equals(DIRECT)) {
            alone.remember(Long.toString(line.number()), true);
        } else {
            ears.put(line.key(), new Ear(line.number()));
        }
    }

    /** Notes a message that a shard hears. */
    public synchronized void heard(ShardInfo shard, long message) {
        var ear = ear(shard);
        ear.latest = Math.max(ear.latest, message);
        long said = (message >>> TimeUtil.TIMESTAMP_OFFSET) + TimeUtil.DISCORD_EPOCH;
        aheadMillis = Math.max(aheadMillis, said - clock.millis());
    }

    /** Notes that somebody writes to the bot alone. */
    public synchronized void heardAlone(String user) {
        alone.remember(user, true);
    }

    /** Returns who wrote to the bot alone lately. */
    public synchronized List<String> alone() {
        return alone.keys();
    }

    /** Notes that a shard listens; returns the message after which it has heard nothing until now. */
    public synchronized long listens(ShardInfo shard) {
        var ear = ear(shard);
        ear.listens = true;
        renew(); // before anything is heard
        return ear.since;
    }

    /** Notes that a shard does not listen any more. */
    public synchronized void leaves(ShardInfo shard) {
        var ear = ear(shard);
        if (ear.listens) {
            ear.listens = false;
            ear.since = ear.latest;
        }
    }

    /** Writes down what the next process may have missed if this one ends at any moment until the next renewal. */
    public synchronized void renew() {
        write(TimeUtil.getDiscordTimestamp(clock.millis() + aheadMillis + LEASE.toMillis()));
    }

    /** Writes down what was heard: there will be no more. */
    public synchronized void close() {
        write(0);
    }

    private Ear ear(ShardInfo shard) {
        return ears.computeIfAbsent(shard.getShardId() + "/" + shard.getShardTotal(), key -> new Ear(start));
    }

    private void write(long lease) {
        var shards = ears.entrySet().stream()
                .map(ear -> new Line(ear.getKey(), ear.getValue().missedAfter(lease)));
        var people = alone.keys().stream().map(user -> new Line(DIRECT, Long.parseLong(user)));
        kept.write(Stream.concat(shards, people).map(Line::text).toList());
    }
}
