package io.bellhop.core.telemetry.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetersTest {
    @Test
    void snapshotsWhatWasCounted() {
        try (var meters = new Meters()) {
            CommandMeters run = meters.command("code", "run");
            run.ended(Outcome.ANSWERED, 1_000_000, 4_000_000);
            meters.command("hello", "hello").ended(Outcome.FAILED, 3_000_000, 8_000_000);
            meters.refused(Refusal.OVERLOAD);
            meters.published();
            meters.loaded();
            meters.loadFailed();
            meters.sent();
            meters.sent();
            meters.sendFailed();
            MeterSnapshot snapshot = meters.snapshot();
            assertThat(snapshot.commands())
                    .containsEntry(Outcome.ANSWERED, 1L)
                    .containsEntry(Outcome.FAILED, 1L)
                    .containsEntry(Outcome.TIMED_OUT, 0L);
            assertThat(snapshot.refusals()).containsEntry(Refusal.OVERLOAD, 1L).containsEntry(Refusal.ACCESS, 0L);
            assertThat(snapshot.queue()).isEqualTo(new MeterSnapshot.Times(Duration.ofMillis(2), Duration.ofMillis(3)));
            assertThat(snapshot.run()).isEqualTo(new MeterSnapshot.Times(Duration.ofMillis(6), Duration.ofMillis(8)));
            assertThat(snapshot.events()).isEqualTo(1);
            assertThat(snapshot.loads()).isEqualTo(1);
            assertThat(snapshot.failedLoads()).isEqualTo(1);
            assertThat(snapshot.sends()).isEqualTo(2);
            assertThat(snapshot.failedSends()).isEqualTo(1);
        }
    }

    @Test
    void goesOnCountingWhenACommandComesBack() {
        try (var meters = new Meters()) {
            meters.command("code", "run").ended(Outcome.ANSWERED, 1, 1);
            meters.command("code", "run").ended(Outcome.ANSWERED, 1, 1);
            assertThat(meters.snapshot().commands()).containsEntry(Outcome.ANSWERED, 2L);
        }
    }
}
