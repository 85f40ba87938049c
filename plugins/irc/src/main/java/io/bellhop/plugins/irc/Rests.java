package io.bellhop.plugins.irc;

import io.bellhop.api.chat.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was left out of the latest answer in each place that was too long, for a while. Safe for use from any thread.
 */
final class Rests {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_PLACES = 100;
    private static final int MOST_LINES = 1_000;

    private final InstantSource clock;

    private final Map<ChannelId, Rest> rests = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ChannelId, Rest> eldest) {
            return size() > MOST_PLACES;
        }
    };

    private record Rest(List<String> lines, Instant until) {}

    Rests(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps lines in place of those that were kept there before. */
    synchronized void keep(ChannelId where, List<String> lines) {
        var some = List.copyOf(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        rests.remove(where);
        rests.put(where, new Rest(some, clock.instant().plus(KEPT)));
    }

    /** Takes what is kept there. */
    synchronized Optional<List<String>> take(ChannelId where) {
        return Optional.ofNullable(rests.remove(where))
                .filter(rest -> clock.instant().isBefore(rest.until()))
                .map(Rest::lines);
    }
}
