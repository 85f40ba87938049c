package io.bellhop.core.discord.link.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardRangeTest {
    @Test
    void readsWhatAnOwnerWrites() {
        assertThat(ShardRange.parse("auto").here(3)).containsExactly(0, 1, 2);
        assertThat(ShardRange.parse("2").here(3)).containsExactly(0, 1);
        assertThat(ShardRange.parse("1-2 of 4").here(9)).containsExactly(1, 2);
        assertThat(ShardRange.parse("3 of 4").here(9)).containsExactly(3);
        assertThat(ShardRange.parse("3 of 4").total(9)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "some", "2-1 of 4", "4 of 4", "0-4 of 4", "-1", "999999999999"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> ShardRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shards");
    }
}
