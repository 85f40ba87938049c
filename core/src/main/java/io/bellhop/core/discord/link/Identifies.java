package io.bellhop.core.discord.link;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers when sessions were begun, also across restarts, and holds the next one back: Discord takes the token away
 * from a bot that begins a thousand in a day, which one that crashes and is started again does in an hour and a half.
 * Safe for use from any thread.
 */
final class Identifies {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LATELY = Duration.ofHours(1);
    /** As many times in an hour a shard may begin at once. */
    private static final int FREE = 5;

    private static final Duration LONGEST_HOLD = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 8;
    /** So many are kept for the owner, who may want to start the bot by hand. */
    private static final int RESERVE = 10;

    private final KeptLines kept;
    private final Duration firstHold;
    private final List<Begun> begun;
    private int remaining = Integer.MAX_VALUE;
    private int total = Integer.MAX_VALUE;
    private Instant reset = Instant.MIN;

    private record Begun(Instant time, int shard) {
        static Begun parse(String line) {
            var parts = line.split(" ", 2);
            return new Begun(Instant.ofEpochMilli(Long.parseLong(parts[0])), Integer.parseInt(parts[1]));
        }

        String line() {
            return time.toEpochMilli() + " " + shard;
        }
    }

    private Identifies(KeptLines kept, Duration firstHold) {
        this.kept = kept;
        this.firstHold = firstHold;
        this.begun = new ArrayList<>(kept.read(Begun::parse));
    }

    static Identifies open(Optional<Path> file, Duration firstHold) {
        return new Identifies(new KeptLines(file), firstHold);
    }

    /** Learns what Discord says is left. */
    synchronized void offered(GatewayOffer offer) {
        remaining = offer.remaining();
        total = offer.total();
        reset = offer.reset();
    }

    /** Returns how long a shard's next session must wait. */
    synchronized Duration hold(int shard, Instant now) {
        var budget = left(now) <= Math.min(RESERVE, total / 2) ? Duration.between(now, reset) : Duration.ZERO;
        var loop = backOff(shard, now);
        return budget.compareTo(loop) > 0 ? budget : loop;
    }

    /** Returns how many sessions may be begun until Discord counts anew. */
    synchronized int left(Instant now) {
        if (!now.isBefore(reset)) {
            remaining = total;
            reset = now.plus(DAY);
        }
        return remaining;
    }

    synchronized void note(int shard, Instant now) {
        left(now);
        remaining--;
        begun.removeIf(one -> one.time().isBefore(now.minus(DAY)));
        begun.add(new Begun(now, shard));
        write();
    }

    /** Takes the latest back: the connection failed before a session was asked for. */
    synchronized void takeBack() {
        remaining++;
        begun.removeLast();
        write();
    }

    private Duration backOff(int shard, Instant now) {
        var lately = begun.stream()
                .filter(one -> one.shard() == shard && one.time().isAfter(now.minus(LATELY)))
                .map(Begun::time)
                .toList();
        if (lately.size() < FREE) {
            return Duration.ZERO;
        }
        var doubled = firstHold.multipliedBy(1L << Math.min(lately.size() - FREE, MOST_DOUBLINGS));
        var hold = doubled.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : doubled;
        var wait = Duration.between(now, lately.getLast().plus(hold));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void write() {
        kept.write(begun.stream().map(Begun::line).toList());
    }
}
