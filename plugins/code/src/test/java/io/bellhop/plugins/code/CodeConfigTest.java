package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.code.engine.piston.PistonConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeConfigTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "4, 4", "8, 8", "96, 8"})
    void asManyProgramsRunAsThereAreProcessorsWithinBounds(int processors, int places) {
        assertThat(CodeConfig.places(processors)).isEqualTo(places);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void moreThanAMachineCanBearIsRefused(int concurrency) {
        var bot = TestBot.with().configuration("plugins: {code: {concurrency: " + concurrency + "}}");

        assertThatThrownBy(bot::load).hasMessageContaining("concurrency must be from 1 to 64");
    }

    @Test
    void asManyAsAMachineCanBearAreNot() {
        try (var bot = TestBot.with()
                .configuration("plugins: {code: {engines: [embedded], concurrency: 64}}")
                .load()) {
            bot.as("ann").says("!run js\n```\nconsole.log(6 * 7)\n```").repliesWith("42");
        }
    }

    @ParameterizedTest
    @CsvSource({"768, 4", "192, 2", "8192, 6"})
    void noMoreRunInsideTheBotThanAThirdOfItsHeapHolds(long heap, int places) {
        assertThat(config(6).embeddedPlaces(heap << 20)).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource({"768, 64", "192, 64", "8192, 455"})
    void noneOfThemMayAskForMoreThanItsPartOfThat(long heap, long memory) {
        assertThat(config(6).embeddedMemory(heap << 20) >> 20).isEqualTo(memory);
    }

    @Test
    void aProgramMayCompileForTenSecondsAndRunForThreeAndIsTheOnlyOneOfItsUserIfNothingElseIsSaid() {
        var config = Configured.in(home).as(CodeConfig.class);

        assertThat(config.limits().compileTime()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.limits().runTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.limits().cpuTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.bounds().each()).isOne();
        assertThat(config.engines()).containsExactly(EngineKind.SANDBOX, EngineKind.EMBEDDED, EngineKind.PISTON);
    }

    private static CodeConfig config(int concurrency) {
        return new CodeConfig(
                List.of(EngineKind.EMBEDDED),
                new PistonConfig(Optional.empty(), Duration.ofMinutes(1), Duration.ofSeconds(5)),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                64,
                256,
                Optional.empty(),
                Optional.of(concurrency),
                1,
                128,
                200,
                1024,
                Optional.empty());
    }
}
