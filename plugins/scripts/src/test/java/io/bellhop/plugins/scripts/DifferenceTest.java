package io.bellhop.plugins.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.scripts.store.Version;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DifferenceTest {
    @Test
    void showsWhatChangedWithItsSurroundings() {
        assertThat(Difference.of("dance", version(1, "a\nb\nc"), version(2, "a\nx\nc\nd")))
                .isEqualTo("""
                        --- dance, version 1 (js)
                        +++ dance, version 2 (js)
                        @@ -1,3 +1,4 @@
                         a
                        -b
                        +x
                         c
                        +d""");
    }

    @Test
    void isEmptyBetweenEquals() {
        assertThat(Difference.of("dance", version(1, "a\n"), version(2, "a\n"))).isEmpty();
    }

    @Test
    @Timeout(20)
    void comparesTheLongestQuicklyAndRefusesLonger() {
        var one = lines(5000, "a");
        var other = lines(5000, "b");

        assertThat(Difference.of("dance", version(1, one), version(2, other)).lines())
                .hasSize(3 + 2 * 5000);
        assertThatThrownBy(() -> Difference.of("dance", version(1, "a"), version(2, lines(5001, "b"))))
                .hasMessageContaining("more than 5000 lines");
    }

    private static String lines(int count, String each) {
        return IntStream.range(0, count).mapToObj(i -> each + i).collect(Collectors.joining("\n"));
    }

    private static Version version(int number, String source) {
        return new Version(number, Instant.EPOCH, "js", source);
    }
}
