package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.wire.Encoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Sees to it that we are in the channels that we are meant to be in. One thread writes, any reads. */
final class Joining {
    private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();

    /** So many channels in one line; no server that we know takes fewer. */
    private static final int MOST = 10;

    private static final long CLOSED_NANOS = Duration.ofMinutes(1).toNanos();

    private final List<String> wanted;
    private final long againNanos;
    private final Supplier<CaseMapping> mapping;
    private final Consumer<String> ask;
    /** Those that we are in, by their folded names, as the server spells them. */
    private final Map<String, String> joined = new ConcurrentHashMap<>();

    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    /** Those that have refused what we said, by their folded names, and until when they count as closed. */
    private final Map<String, Long> closed = new ConcurrentHashMap<>();

    private record Attempt(long next, long pause) {}

    /** The first pause before asking again is given, each further one is twice as long. */
    Joining(List<String> wanted, Duration again, Supplier<CaseMapping> mapping, Consumer<String> ask) {
        this.wanted = wanted;
        this.againNanos = again.toNanos();
        this.mapping = mapping;
        this.ask = ask;
    }

    /** Asks to be let into all that we are not in, the more seldom the more often it failed. */
    void attempt(long now) {
        var due = new ArrayList<String>();
        for (var channel : wanted) {
            var key = mapping.get().fold(name(channel));
            var attempt = attempts.get(key);
            if (!joined.containsKey(key) && (attempt == null || attempt.next() - now <= 0)) {
                long pause = attempt == null ? againNanos : Math.min(LONGEST_NANOS, attempt.pause() * 2);
                attempts.put(key, new Attempt(now + pause, pause));
                due.add(channel);
            }
        }
        if (!due.isEmpty()) {
            lines(due).forEach(ask);
        }
    }

    /** Makes lines of as many channels as fit. Those with a key stand first, for so a line's keys belong to them. */
    private static List<String> lines(List<String> channels) {
        var keyedFirst = channels.stream()
                .sorted(Comparator.comparing(channel -> key(channel).isEmpty()))
                .toList();
        var lines = new ArrayList<String>();
        int end;
        for (int start = 0; start < keyedFirst.size(); start = end) {
            end = start + 1;
            while (end < keyedFirst.size() && end - start < MOST && fits(keyedFirst.subList(start, end + 1))) {
                end++;
            }
            lines.add(line(keyedFirst.subList(start, end)));
        }
        return lines;
    }

    private static boolean fits(List<String> channels) {
        return Encoding.size(line(channels)) <= Encoding.LONGEST - 2;
    }

    private static String line(List<String> channels) {
        var names = channels.stream().map(Joining::name).collect(Collectors.joining(","));
        var keys = channels.stream()
                .map(Joining::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(","));
        return ("JOIN " + names + " " + keys).strip();
    }

    void joined(String channel) {
        var key = mapping.get().fold(channel);
        joined.put(key, channel);
        attempts.remove(key);
        closed.remove(key);
    }

    /** Notes that we are out, whoever willed it; to be let in again is asked for later. */
    void left(String channel, long now) {
        var key = mapping.get().fold(channel);
        joined.remove(key);
        attempts.put(key, new Attempt(now + againNanos, againNanos));
    }

    /** Notes that a channel does not take what we say, as one that is moderated. */
    void refused(String channel, long now) {
        closed.put(mapping.get().fold(channel), now + CLOSED_NANOS);
    }

    /** Notes that a channel's modes were changed, or ours in it: it may take what we say again. */
    void changed(String channel) {
        closed.remove(mapping.get().fold(channel));
    }

    /** Tells whether a channel has refused of late what we said; after a while it is tried again. */
    boolean isClosed(String channel, long now) {
        var until = closed.isEmpty() ? null : closed.get(mapping.get().fold(channel));
        return until != null && now - until < 0;
    }

    boolean isIn(String channel) {
        return joined.containsKey(mapping.get().fold(channel));
    }

    /** {@return the channels that we are in} */
    List<String> channels() {
        return joined.values().stream().sorted().toList();
    }

    /** {@return the channels that we are meant to be in, and are not} */
    List<String> missing() {
        var missing = new ArrayList<String>();
        for (var channel : wanted) {
            if (!isIn(name(channel))) {
                missing.add(name(channel));
            }
        }
        return missing;
    }

    private static String name(String channel) {
        int space = channel.indexOf(' ');
        return space < 0 ? channel : channel.substring(0, space);
    }

    private static String key(String channel) {
        return channel.substring(name(channel).length()).strip();
    }
}
