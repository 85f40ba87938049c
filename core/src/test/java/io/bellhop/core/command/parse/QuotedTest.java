package io.bellhop.core.command.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.Quoted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "word",
                "two words",
                "-flag",
                "\"",
                "'",
                "“",
                "\\",
                "a\\",
                "\\\"",
                "\" -rank 999 \"",
                "line\nline",
                "a \\n b"
            })
    void readsAsTheWordsThatWereQuoted(String words) {
        assertThat(Tokenizer.split("command " + Quoted.of(words) + " more", false))
                .extracting(Token::value)
                .containsExactly("command", words, "more");
    }
}
