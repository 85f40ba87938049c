package io.bellhop.plugins.code.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputPagesTest {
    @Test
    void partsAtLineBreaksAndLosesNothing() {
        var lines = "0123456\n".repeat(10);

        var pages = OutputPages.of(lines, 20);

        assertThat(pages).hasSize(5).allMatch(page -> page.equals("0123456\n0123456\n"));
    }

    @Test
    void partsALongLineWithinItButNotWithinACharacter() {
        var line = "x" + "😀".repeat(20);

        var pages = OutputPages.of(line, 10);

        assertThat(String.join("", pages)).isEqualTo(line);
        assertThat(pages).allMatch(page -> page.length() <= 10);
        assertThat(pages).noneMatch(page -> Character.isLowSurrogate(page.charAt(0)));
    }

    @Test
    void hasOnePageOfNothing() {
        assertThat(OutputPages.of("", 10)).containsExactly("");
    }
}
