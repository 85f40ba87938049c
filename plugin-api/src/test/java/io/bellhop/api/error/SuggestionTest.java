package io.bellhop.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("run", "languages", "roll", "help");

    @Test
    void findsWordsWithLettersLeftOutAddedChangedOrSwapped() {
        assertThat(Suggestion.nearest("langages", KNOWN)).contains("languages");
        assertThat(Suggestion.nearest("roull", KNOWN)).contains("roll");
        assertThat(Suggestion.nearest("hulp", KNOWN)).contains("help");
        assertThat(Suggestion.nearest("rnu", KNOWN)).contains("run");
        assertThat(Suggestion.nearest("HLEP", KNOWN)).contains("help");
    }

    @Test
    void saysNothingWhenNothingIsNear() {
        assertThat(Suggestion.nearest("zap", KNOWN)).isEmpty();
        assertThat(Suggestion.nearest("x", KNOWN)).isEmpty();
        assertThat(Suggestion.nearest("", KNOWN)).isEmpty();
        assertThat(Suggestion.nearest("r".repeat(1_000_000), KNOWN)).isEmpty();
    }

    @Test
    void prefersTheNearestAndThenTheFirst() {
        assertThat(Suggestion.nearest("rolls", List.of("polls", "roll", "rolls2")))
                .contains("polls");
        assertThat(Suggestion.nearest("prefxi", List.of("prefer", "prefix"))).contains("prefix");
    }
}
