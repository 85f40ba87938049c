package io.bellhop.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The virtual clock begins at noon of a Thursday, in UTC. */
class JobsTest {
    private final VirtualTime time = new VirtualTime();
    private final Map<String, Instant> remembered = new HashMap<>();
    private final List<Integer> fired = new ArrayList<>();
    private final Jobs jobs = jobs();

    @Test
    void firesAtItsTimes() {
        set("0 * * * *", Missed.ONCE);
        time.advance(Duration.ofMinutes(59));
        assertThat(fired).isEmpty();
        time.advance(Duration.ofMinutes(1));
        assertThat(fired).containsExactly(1);
        time.advance(Duration.ofHours(2));
        assertThat(fired).containsExactly(1, 1, 1);
    }

    @Test
    void endsWhenItIsCancelled() {
        set("0 * * * *", Missed.ONCE).cancel();
        time.advance(Duration.ofHours(2));
        assertThat(fired).isEmpty();
    }

    @Test
    void takesThePlaceOfTheOneOfItsName() {
        set("0 * * * *", Missed.ONCE);
        set("0 * * * *", Missed.ONCE);
        time.advance(Duration.ofHours(1));
        assertThat(fired).containsExactly(1);
    }

    @Test
    void makesUpOnceForAllThatItMissed() {
        set("0 * * * *", Missed.ONCE).cancel();
        time.advance(Duration.ofHours(5));
        set("0 * * * *", Missed.ONCE);
        time.advance(Duration.ZERO);
        assertThat(fired).containsExactly(1);
        time.advance(Duration.ofHours(1));
        assertThat(fired).containsExactly(1, 1);
    }

    @Test
    void makesUpForEachThatItMissedButAHundredAtMost() {
        set("0 * * * *", Missed.ALL).cancel();
        time.advance(Duration.ofHours(5));
        var again = set("0 * * * *", Missed.ALL);
        time.advance(Duration.ZERO);
        again.cancel();
        time.advance(Duration.ofDays(365));
        set("0 * * * *", Missed.ALL);
        time.advance(Duration.ZERO);
        assertThat(fired).containsExactly(5, 100);
    }

    @Test
    void skipsWhatItMissed() {
        set("0 * * * *", Missed.SKIP).cancel();
        time.advance(Duration.ofHours(5).plusMinutes(10));
        set("0 * * * *", Missed.SKIP);
        time.advance(Duration.ZERO);
        assertThat(fired).isEmpty();
        time.advance(Duration.ofMinutes(50));
        assertThat(fired).containsExactly(1);
    }

    @Test
    void hasMissedNothingWhenItsTimesAreNew() {
        set("0 * * * *", Missed.ONCE).cancel();
        time.advance(Duration.ofHours(5));
        set("30 * * * *", Missed.ONCE);
        time.advance(Duration.ZERO);
        assertThat(fired).isEmpty();
    }

    @Test
    void noticesWithinAMinuteThatTheClockJumpedForward() {
        set("0 * * * *", Missed.ONCE);
        time.advance(Duration.ofMinutes(10));
        time.jump(Duration.ofMinutes(45));
        time.jump(Duration.ofHours(3));
        time.advance(Duration.ofMinutes(1));
        assertThat(fired).containsExactly(1);
    }

    @Test
    void firesNotTwiceWhenTheClockJumpsBack() {
        set("0 * * * *", Missed.ALL);
        time.advance(Duration.ofMinutes(60));
        time.jump(Duration.ofMinutes(-30));
        time.advance(Duration.ofMinutes(30));
        assertThat(fired).containsExactly(1);
        time.advance(Duration.ofMinutes(60));
        assertThat(fired).containsExactly(1, 1);
    }

    @Test
    void doesNotBelieveThatItRanInAYearToCome() {
        time.jump(Duration.ofDays(3650));
        set("0 * * * *", Missed.ONCE).cancel();
        time.jump(Duration.ofDays(-3650));
        set("0 * * * *", Missed.ONCE);
        time.advance(Duration.ofHours(1));
        assertThat(fired).containsExactly(1);
    }

    @Test
    void comesBackFromAYearIntoWhichTheClockHadJumped() {
        set("0 * * * *", Missed.ONCE);
        time.jump(Duration.ofDays(365));
        time.advance(Duration.ofMinutes(2));
        assertThat(fired).containsExactly(1);
        time.jump(Duration.ofDays(-365));
        time.advance(Duration.ofMinutes(58));
        assertThat(fired).containsExactly(1, 1);
        time.advance(Duration.ofMinutes(60));
        assertThat(fired).containsExactly(1, 1, 1);
    }

    @Test
    void refusesTimesThatNeverCome() {
        assertThatThrownBy(() -> set("0 0 30 2 *", Missed.ONCE)).hasMessageContaining("never come");
    }

    private Jobs jobs() {
        return new Jobs(new Alarms(time), time, new JobStore() {
            @Override
            public Optional<Instant> last(String plugin, String name, Cron cron) {
                return Optional.ofNullable(remembered.get(plugin + name + cron.expression()));
            }

            @Override
            public CompletionStage<Integer> keep(String plugin, String name, Cron cron, Instant last) {
                remembered.put(plugin + name + cron.expression(), last);
                return CompletableFuture.completedStage(1);
            }
        });
    }

    private Registration set(String times, Missed missed) {
        return jobs.set("dice", "digest", Cron.of(times, ZoneOffset.UTC), missed, fired::add);
    }
}
