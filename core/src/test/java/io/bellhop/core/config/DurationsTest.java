package io.bellhop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"1m30s, 90000", "250ms, 250", "2h, 7200000", "1d, 86400000", "1h5ms, 3600005", "3m, 180000", "0s, 0"})
    void readsAndWritesWhatPeopleWrite(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
        assertThat(Durations.format(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void writesNegativeOnesWithAMinus() {
        assertThat(Durations.format(Duration.ofSeconds(-90))).isEqualTo("-1m30s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1s1m", "1.5s", "1 s", "1x", "9999999999d"})
    void refusesTheRestAndSaysHow(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 1m30s");
    }
}
