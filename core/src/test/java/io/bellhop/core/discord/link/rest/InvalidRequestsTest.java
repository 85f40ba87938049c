package io.bellhop.core.discord.link.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvalidRequestsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final InvalidRequests requests = new InvalidRequests();

    @Test
    void holdsRequestsBackLongBeforeDiscordBansTheAddress() {
        note(4_999, NOON);
        assertThat(requests.hold(NOON)).isZero();

        note(1, NOON.plusSeconds(300));

        assertThat(requests.hold(NOON.plusSeconds(300))).isPositive();
    }

    @Test
    void forgetsWhatIsTenMinutesOld() {
        note(5_000, NOON);
        assertThat(requests.hold(NOON.plus(Duration.ofMinutes(9)))).isPositive();
        assertThat(requests.hold(NOON.plus(Duration.ofMinutes(10)))).isZero();
        assertThat(requests.count(NOON.plus(Duration.ofDays(300)))).isZero();
    }

    private void note(int count, Instant now) {
        for (int i = 0; i < count; i++) {
            requests.note(now);
        }
    }
}
