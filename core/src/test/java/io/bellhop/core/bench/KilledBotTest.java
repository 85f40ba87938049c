package io.bellhop.core.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first few of what {@code ./run.sh bench crash} does two hundred times. */
class KilledBotTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runsEverythingAtMostOnceAndTellsEverybody(boolean remembersKeys) throws Exception {
        try (var massacre = new Massacre(remembersKeys, new Random(1))) {
            massacre.kill(3);
            var toll = massacre.toll();
            assertThat(toll.twice()).isEmpty();
            assertThat(toll.untold()).isEmpty();
            assertThat(toll.repeated()).isEmpty();
            assertThat(toll.left()).isZero();
        }
    }
}
