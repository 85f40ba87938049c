package io.bellhop.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class RefsTest {
    private static final Instant START = Instant.parse("2026-11-21T02:41:45.123Z");

    private static Refs startedAt(Instant instant) {
        return new Refs(Clock.fixed(instant, ZoneOffset.UTC));
    }

    @Test
    void areShortAndReadable() {
        var refs = startedAt(START);
        for (int i = 0; i < 1_000; i++) {
            assertThat(refs.next()).matches("[0-9a-hjkmnp-tv-z]{8}");
        }
    }

    @Test
    void doNotComeAgainAlsoAfterARestart() {
        var seen = new HashSet<String>();
        Refs before = startedAt(START);
        Refs after = startedAt(START.plusSeconds(100));
        for (int i = 0; i < 100_000; i++) {
            seen.add(before.next());
            seen.add(after.next());
        }
        assertThat(seen).hasSize(200_000);
    }

    @Test
    void neighboursDoNotLookAlike() {
        var refs = startedAt(START);
        String first = refs.next();
        String second = refs.next();
        long same = java.util.stream.IntStream.range(0, 8)
                .filter(i -> first.charAt(i) == second.charAt(i))
                .count();
        assertThat(same).isLessThan(5);
    }
}
