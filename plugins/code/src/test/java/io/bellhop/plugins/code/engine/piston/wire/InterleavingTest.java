package io.bellhop.plugins.code.engine.piston.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterleavingTest {
    @ParameterizedTest
    @CsvSource({
        "'',    '',    '',       ''",
        "ab,    '',    ab,       o:ab",
        "'',    ab,    ab,       e:ab",
        "ab,    xy,    axby,     o:a e:x o:b e:y",
        "ab,    ac,    acab,     e:ac o:ab",
        "aab,   aac,   aaaacb,   o:aa e:aac o:b",
        "1234,  warn,  12warn34, o:12 e:warn o:34",
    })
    void findsAnOrderThatMakesTheSameText(String out, String err, String both, String order) {
        assertThat(shown(out, err, both)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"ab, cd, ''", "ab, cd, abc", "ab, cd, dcba", "ab, cd, abcdabcd"})
    void putsOneStreamAfterTheOtherWhereThereIsNone(String out, String err, String both) {
        assertThat(shown(out, err, both)).isEqualTo("o:" + out + " e:" + err);
    }

    @Test
    void isQuickWithMuchOfTheSame() {
        var much = "a".repeat(1 << 20);

        assertThat(Interleaving.of(much, much, much + much)).hasSize(2);
    }

    private static String shown(String out, String err, String both) {
        return Interleaving.of(out, err, both).stream()
                .filter(chunk -> !chunk.text().isEmpty())
                .map(InterleavingTest::shown)
                .collect(Collectors.joining(" "));
    }

    private static String shown(Chunk chunk) {
        return (chunk.stream() == Stream.OUT ? "o:" : "e:") + chunk.text();
    }
}
