package io.bellhop.core.discord.link.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Remembers what Discord forbids: what was refused three times in a row in one channel is not asked for again for a
 * while. Safe for use from any thread.
 */
final class Refusals {
    private static final int PATIENCE = 3;
    private static final int REMEMBERED = 1_000;
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final LinkedHashMap<String, Refusal> refusals = new LinkedHashMap<>();

    private record Refusal(int times, Instant until, String answer) {}

    /** Returns what Discord would answer now, without asking it. */
    synchronized Optional<String> find(String request, Instant now) {
        return Optional.ofNullable(refusals.get(request))
                .filter(known -> now.isBefore(known.until()))
                .map(Refusal::answer);
    }

    synchronized void refused(String request, String answer, Instant now) {
        var before = refusals.remove(request);
        var times = before == null ? 1 : before.times() + 1;
        refusals.put(request, new Refusal(times, now.plus(pause(times)), answer));
        if (refusals.size() > REMEMBERED) {
            refusals.pollFirstEntry();
        }
    }

    synchronized void allowed(String request) {
        refusals.remove(request);
    }

    synchronized long count(Instant now) {
        return refusals.values().stream()
                .filter(known -> now.isBefore(known.until()))
                .count();
    }

    private static Duration pause(int times) {
        if (times < PATIENCE) {
            return Duration.ZERO;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - PATIENCE, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
