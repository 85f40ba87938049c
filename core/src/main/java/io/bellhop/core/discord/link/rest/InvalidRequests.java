package io.bellhop.core.discord.link.rest;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts the requests that Discord answered with 401, 403 or 429 within ten minutes. It bans an address that makes ten
 * thousand of them; long before that all but answers to interactions must wait. Safe for use from any thread.
 */
final class InvalidRequests {
    private static final int MOST = 5_000;
    private static final int SLICES = 10;
    private static final Duration SLICE = Duration.ofMinutes(1);

    private final int[] counts = new int[SLICES];
    private long slice;

    synchronized void note(Instant now) {
        turnTo(now);
        counts[place(slice)]++;
    }

    synchronized int count(Instant now) {
        turnTo(now);
        var sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Returns how long the next request must wait. */
    Duration hold(Instant now) {
        return count(now) < MOST ? Duration.ZERO : SLICE;
    }

    private void turnTo(Instant now) {
        var current = now.getEpochSecond() / SLICE.toSeconds();
        for (long next = Math.max(slice + 1, current - SLICES + 1); next <= current; next++) {
            counts[place(next)] = 0;
        }
        slice = Math.max(slice, current);
    }

    private static int place(long slice) {
        return (int) (slice % SLICES);
    }
}
