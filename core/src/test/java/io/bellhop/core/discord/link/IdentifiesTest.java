package io.bellhop.core.discord.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.link.option.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifiesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path home;

    @Test
    void letsABotThatIsStartedAFewTimesBeginAtOnce() {
        for (int i = 0; i < 5; i++) {
            var identifies = open();
            assertThat(identifies.hold(0, NOON.plusSeconds(i))).isZero();
            identifies.note(0, NOON.plusSeconds(i));
        }
    }

    @Test
    void holdsABotThatCrashesAgainAndAgainBackForLongerAndLongerThoughItsProcessIsNew() {
        var now = NOON;
        for (int i = 0; i < 1000; i++) {
            var identifies = open();
            now = now.plus(identifies.hold(0, now));
            identifies.note(0, now);
        }
        assertThat(Duration.between(NOON, now)).isGreaterThan(Duration.ofDays(4));
    }

    @Test
    void holdsBackNoLongerThanHalfAnHour() {
        for (int i = 0; i < 100; i++) {
            open().note(0, NOON);
        }
        assertThat(open().hold(0, NOON)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void countsEachShardForItself() {
        for (int i = 0; i < 9; i++) {
            open().note(1, NOON);
        }
        assertThat(open().hold(0, NOON)).isZero();
        assertThat(open().hold(1, NOON)).isPositive();
    }

    @Test
    void waitsForTheNextDayWhenFewAreLeft() {
        var identifies = open();
        identifies.offered(offer(11));

        assertThat(identifies.hold(0, NOON)).isZero();
        identifies.note(0, NOON);
        assertThat(identifies.hold(0, NOON)).isEqualTo(Duration.ofHours(3));
        assertThat(identifies.hold(0, NOON.plus(Duration.ofHours(3)))).isZero();
    }

    @Test
    void doesNotCountAConnectionThatFailedBeforeASessionWasAskedFor() {
        var identifies = open();
        identifies.offered(offer(500));
        for (int i = 0; i < 100; i++) {
            identifies.note(0, NOON);
            identifies.takeBack();
        }
        assertThat(identifies.left(NOON)).isEqualTo(500);
        assertThat(open().hold(0, NOON)).isZero();
    }

    @Test
    void startsAnewWhenItsFileIsNotReadable() throws Exception {
        Files.writeString(file(), "nonsense\n");
        assertThat(open().hold(0, NOON)).isZero();
    }

    @Test
    void keepsNoMoreThanADay() throws Exception {
        open().note(0, NOON);
        open().note(0, NOON.plus(Duration.ofDays(2)));
        assertThat(Files.readAllLines(file())).hasSize(1);
    }

    private Identifies open() {
        return Identifies.open(Optional.of(file()), Pace.USUAL.hold());
    }

    private Path file() {
        return home.resolve("sessions");
    }

    private static GatewayOffer offer(int remaining) {
        return new GatewayOffer("ws://localhost", 1, 1, 1000, remaining, NOON.plus(Duration.ofHours(3)));
    }
}
