package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.wire.Encoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Sees to it that we are in the channels that we are meant to be in. One thread writes, any reads. */
final class Joining {
    private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();

    /** So many channels in one line; no server that we know takes fewer. */
    private static final int MOST = 10;

    private final List<String> wanted;
    private final long againNanos;
    private final Supplier<CaseMapping> mapping;
    private final Consumer<String> ask;
    /** Those that we are in, by their folded names, as the server spells them. */
    private final Map<String, String> joined = new ConcurrentHashMap<>();

    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    /** Why we were not let in, and where we were sent instead, by folded names. */
    private final Map<String, String> reasons = new ConcurrentHashMap<>();

    private final Map<String, String> forwards = new ConcurrentHashMap<>();

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
            if (!isDone(key) && (attempt == null || attempt.next() - now <= 0)) {
                long pause = attempt == null ? againNanos : Math.min(LONGEST_NANOS, attempt.pause() * 2);
                attempts.put(key, new Attempt(now + pause, pause));
                due.add(channel);
            }
        }
        if (!due.isEmpty()) {
            lines(due).forEach(ask);
        }
    }

    private boolean isDone(String key) {
        var instead = forwards.get(key);
        return joined.containsKey(key) || (instead != null && isIn(instead));
    }

    /** Notes why we were not let in. */
    void notLetIn(String channel, String reason) {
        reasons.put(mapping.get().fold(channel), reason);
    }

    /** Notes that who asks for a channel is let into another one instead. */
    void forwarded(String channel, String instead) {
        forwards.put(mapping.get().fold(channel), instead);
    }

    /** Asks at once to be let into a channel that we are meant to be in, and are not; tells whether it is one. */
    boolean invited(String channel) {
        var key = mapping.get().fold(channel);
        var meant = wanted.stream()
                .filter(each -> mapping.get().fold(name(each)).equals(key) && !joined.containsKey(key))
                .findFirst();
        meant.map(Joining::line).ifPresent(ask);
        return meant.isPresent();
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

    private static String line(String channel) {
        return line(List.of(channel));
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
        reasons.remove(key);
        forwards.remove(key);
    }

    /** Notes that we are out, whoever willed it; to be let in again is asked for later. */
    void out(String channel, long now) {
        var key = mapping.get().fold(channel);
        joined.remove(key);
        reasons.remove(key);
        var later = new Attempt(now + againNanos, againNanos);
        attempts.put(key, later);
        forwards.forEach((from, instead) -> {
            if (mapping.get().fold(instead).equals(key)) {
                attempts.put(from, later);
            }
        });
    }

    boolean isIn(String channel) {
        return joined.containsKey(mapping.get().fold(channel));
    }

    /** Returns a channel as the server spells it: what is the same name to us may be another to a server. */
    String spelled(String channel) {
        return joined.getOrDefault(mapping.get().fold(channel), channel);
    }

    /** {@return the channels that we are in} */
    List<String> channels() {
        return joined.values().stream().sorted().toList();
    }

    /** {@return the channels that we are meant to be in, and are not} */
    List<String> missing() {
        return wanted.stream()
                .map(Joining::name)
                .filter(channel -> !isIn(channel))
                .toList();
    }

    /** Returns where we are instead of a channel. */
    Optional<String> instead(String channel) {
        return Optional.ofNullable(forwards.get(mapping.get().fold(channel))).filter(this::isIn);
    }

    /** Returns why we were not let into a channel. */
    Optional<String> reason(String channel) {
        return Optional.ofNullable(reasons.get(mapping.get().fold(channel)));
    }

    /** Returns how long it is until we ask again for a channel, in nanoseconds. */
    long left(String channel, long now) {
        var attempt = attempts.get(mapping.get().fold(channel));
        return attempt == null ? 0 : Math.max(0, attempt.next() - now);
    }

    private static String name(String channel) {
        int space = channel.indexOf(' ');
        return space < 0 ? channel : channel.substring(0, space);
    }

    private static String key(String channel) {
        return channel.substring(name(channel).length()).strip();
    }
}
