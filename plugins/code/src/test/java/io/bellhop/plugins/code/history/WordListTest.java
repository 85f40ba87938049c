package io.bellhop.plugins.code.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {
    @Test
    void readsWhatItWrote() {
        for (var words : List.of(
                List.<String>of(),
                List.of(""),
                List.of("", ""),
                List.of("a", "b c", "3:x", ":"),
                List.of("line\nbreak", "\u0000", "naïve 😀", "'; DROP TABLE run; --"))) {
            assertThat(WordList.read(WordList.written(words))).isEqualTo(words);
        }
    }
}
