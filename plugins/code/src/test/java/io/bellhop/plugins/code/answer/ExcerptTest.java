package io.bellhop.plugins.code.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void keepsWhatFits() {
        assertThat(Excerpt.of("", 9).whole()).isTrue();
        assertThat(Excerpt.of("a\nb\n", 9).text()).isEqualTo("a\nb\n");
        assertThat(Excerpt.of("x".repeat(1500), 1500).whole()).isTrue();
    }

    @Test
    void leavesOutTheMiddleOfOneLongLine() {
        var excerpt = Excerpt.of("a".repeat(40) + "b".repeat(1000) + "c".repeat(20), 60);

        assertThat(excerpt.text())
                .isEqualTo("a".repeat(40) + "\n... 1,000 bytes left out (1 line) ...\n" + "c".repeat(20));
    }

    @Test
    void cutsAtLineBreaks() {
        var excerpt = Excerpt.of("0123456789\n".repeat(100), 90);

        assertThat(excerpt.text())
                .isEqualTo("0123456789\n".repeat(5)
                        + "... 1,023 bytes left out (93 lines) ...\n"
                        + "0123456789\n".repeat(2));
    }

    @Test
    void countsWhatIsOverwrittenInPlaceAsOneLine() {
        assertThat(Excerpt.of("12 %\r".repeat(100), 60).text()).contains("bytes left out (1 line) ...");
        assertThat(Excerpt.of("0123456789\r\n".repeat(100), 90).text()).contains("(93 lines)");
    }

    @Test
    void boundsTheNumberOfLines() {
        assertThat(Excerpt.of("\n".repeat(1000), 1500).text().lines()).hasSize(37);
    }

    @Test
    void neverSplitsACharacterAndCountsBytes() {
        var excerpt = Excerpt.of("x" + "😀".repeat(100), 30);

        assertThat(excerpt.text().codePoints()).noneMatch(point -> point >= 0xd800 && point < 0xe000);
        assertThat(excerpt.text()).contains("... 344 bytes left out (1 line) ...");
    }
}
