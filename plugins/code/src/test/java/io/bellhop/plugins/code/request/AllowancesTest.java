package io.bellhop.plugins.code.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowancesTest {
    private static final Limits USUAL = new Limits(seconds(10), seconds(3), seconds(4), 64 << 20, 1000);

    private final Allowances allowances = new Allowances(
            USUAL,
            Optional.of(Map.of(
                    100, new RankLimits(Optional.of(seconds(10)), Optional.of(128)),
                    500, new RankLimits(Optional.of(seconds(5)), Optional.of(256)))));

    @Test
    void givesTheUsualLimitsToWhoeverAsksForNoOthers() {
        assertThat(allowances.limits(0, Optional.empty(), Optional.empty())).isEqualTo(USUAL);
        assertThat(allowances.limits(500, Optional.empty(), Optional.empty())).isEqualTo(USUAL);
    }

    @Test
    void givesLessToAnybody() {
        assertThat(limits(0, 1, 8)).isEqualTo(new Limits(seconds(10), seconds(1), seconds(4), 8 << 20, 1000));
    }

    @Test
    void givesARankWhatItAndThoseBelowItMayHave() {
        assertThat(limits(500, 10, 256)).isEqualTo(new Limits(seconds(10), seconds(10), seconds(10), 256 << 20, 1000));
        assertThat(limits(999, 10, 256).memory()).isEqualTo(256 << 20);
    }

    @Test
    void refusesMoreAndNamesTheMostAndTheRankThatWouldDo() {
        assertThatThrownBy(() -> limits(0, 5, 64))
                .hasMessage("A program of yours may run for at most 3 s here. 5 s needs the rank 100.");
        assertThatThrownBy(() -> limits(500, 11, 64)).hasMessage("A program of yours may run for at most 10 s here.");
        assertThatThrownBy(() -> limits(100, 5, 200))
                .hasMessage("A program of yours may have at most 128 MiB here. 200 MiB needs the rank 500.");
        assertThatThrownBy(() -> limits(0, 0, 64)).hasMessage("A program needs a time above zero.");
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "99, 3", "100, 10", "500, 30", "900, 60", "999, 60"})
    void givesHigherRanksMoreTimeAndNoMoreMemoryWhereNothingIsConfigured(int rank, int seconds) {
        var unconfigured = new Allowances(USUAL, Optional.empty());
        var longest = Optional.of(seconds(seconds));
        var tooLong = Optional.of(seconds(seconds + 1));
        var tooMuch = Optional.of(new MemorySize(65));

        assertThat(unconfigured.limits(rank, longest, Optional.empty()).runTime())
                .isEqualTo(seconds(seconds));
        assertThatThrownBy(() -> unconfigured.limits(rank, tooLong, Optional.empty()))
                .hasMessageStartingWith("A program of yours may run for at most " + seconds + " s here.");
        assertThatThrownBy(() -> unconfigured.limits(rank, longest, tooMuch))
                .hasMessage("A program of yours may have at most 64 MiB here.");
    }

    @ParameterizedTest
    @CsvSource({"128, 128", "128M, 128", "128 MiB, 128", "1g, 1024"})
    void readsMemoryAsPeopleWriteIt(String written, int mebibytes) {
        assertThat(MemorySize.parse(written).mebibytes()).isEqualTo(mebibytes);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "lots", "1T", "9999999"})
    void refusesWhatIsNoMemory(String written) {
        assertThatThrownBy(() -> MemorySize.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    private Limits limits(int rank, int seconds, int mebibytes) {
        return allowances.limits(rank, Optional.of(seconds(seconds)), Optional.of(new MemorySize(mebibytes)));
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }
}
