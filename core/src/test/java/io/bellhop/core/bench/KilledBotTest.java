package io.bellhop.core.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** The first few of what {@code ./run.sh bench crash} does hundreds of times. */
class KilledBotTest {
    @Test
    void runsEverythingAtMostOnceAndTellsEverybody() throws Exception {
        // each has processes and a home of its own, so neither has to wait for the other
        var remembering = new FutureTask<>(() -> toll(true));
        Thread.ofPlatform().start(remembering);
        expectNothingLost(toll(false));
        expectNothingLost(remembering.get());
    }

    private static Massacre.Toll toll(boolean remembersKeys) throws Exception {
        try (var massacre = new Massacre(new PaperGround(remembersKeys), new Random(1))) {
            massacre.kill(3);
            return massacre.toll();
        }
    }

    private static void expectNothingLost(Massacre.Toll toll) {
        assertThat(toll.ran()).isPositive();
        assertThat(toll.twice()).isEmpty();
        assertThat(toll.untold()).isEmpty();
        assertThat(toll.repeated()).isEmpty();
        assertThat(toll.left()).isZero();
    }
}
