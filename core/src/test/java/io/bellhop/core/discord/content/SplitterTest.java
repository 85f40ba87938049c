package io.bellhop.core.discord.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final String NOTHING = Escapes.NOTHING;

    @Test
    void leavesShortTextWhole() {
        assertThat(split(Text.of("one two"), 40)).containsExactly("one two");
    }

    @Test
    void makesNoMessageOfNothing() {
        assertThat(split(Text.empty(), 40)).isEmpty();
        assertThat(split(Text.of(" \n\n "), 40)).isEmpty();
    }

    @Test
    void cutsAtTheLastLineThatFitsAndDropsItsBreak() {
        assertThat(split(Text.of("one two\nthree\nfour five"), 14)).containsExactly("one two\nthree", "four five");
    }

    @Test
    void cutsBetweenWordsWhereNoLineEnds() {
        assertThat(split(Text.of("one two three four"), 14)).containsExactly("one two three ", "four");
    }

    @Test
    void cutsWithinAWordOnlyWhenItAloneIsTooLong() {
        assertThat(split(Text.of("abcdefghij"), 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(split(Text.of("ab cdefgh"), 6)).containsExactly("ab ", "cdefgh");
    }

    @Test
    void neverCutsASurrogatePair() {
        var faces = "😀".repeat(50);

        var parts = split(Text.of(faces), 7);

        assertThat(parts).allSatisfy(part -> assertThat(part.length()).isEven());
        assertThat(String.join("", parts)).isEqualTo(faces);
    }

    @Test
    void neverCutsWhatPeopleSeeAsOneCharacter() {
        for (var whole : List.of("e\u0301", "\uD83D\uDC69\u200D\uD83D\uDC67", "\uD83D\uDC4D\uD83C\uDFFD")) {
            assertThat(Splitter.split(List.of(Piece.plain("x" + whole.repeat(30), false)), 50))
                    .allMatch(part -> part.replace(whole, "").matches("x?"));
        }
    }

    @Test
    void neverCutsBehindAnEscapesBackslash() {
        assertThat(split(Text.of("***"), 3)).containsExactly("\\*", "\\*", "\\*");
        assertThat(split(Text.of("\\\\"), 3)).containsExactly("\\\\", "\\\\");
    }

    @Test
    void closesAndReopensAFence() {
        assertThat(split(Text.empty().fence("js", "let a\nlet b\nlet c"), 25))
                .containsExactly("```js\nlet a\nlet b\n```", "```js\nlet c\n```");
    }

    @Test
    void keepsEmptyLinesAndIndentsOfAFence() {
        assertThat(split(Text.empty().fence("", "a\n\n  b"), 13)).containsExactly("```\na\n\n```", "```\n  b\n```");
    }

    @Test
    void closesAndReopensBold() {
        assertThat(split(Text.of("x ").bold("one two three"), 12))
                .containsExactly("x **one **", "**two **", "**three**");
    }

    @Test
    void closesAndReopensCode() {
        assertThat(split(Text.empty().code("one two"), 7)).containsExactly("`one `", "`two`");
    }

    @Test
    void movesAMentionToTheNextMessageRatherThanCutIt() {
        var mention = Piece.whole("<@100000000000000002>", false);

        var parts = Splitter.split(List.of(Piece.plain("good morning ", false), mention), 25);

        assertThat(parts).containsExactly("good morning ", "<@100000000000000002>");
    }

    @Test
    void leavesAWholePieceThatFitsNowhereToTheCaller() {
        assertThat(Splitter.split(List.of(Piece.whole("x".repeat(30), false)), 20))
                .containsExactly("x".repeat(30));
    }

    @Test
    void putsAFenceOnLinesOfItsOwn() {
        assertThat(split(Text.of("out:").fence("", "1").add("done"), 100)).containsExactly("out:\n```\n1\n```\ndone");
        assertThat(split(Text.of("out:\n").fence("", "1").line().add("done"), 100))
                .containsExactly("out:\n```\n1\n```\ndone");
    }

    @Test
    void keepsNeighbouringMarksApart() {
        assertThat(split(Text.empty().code("a").code("b"), 100)).containsExactly("`a`" + NOTHING + "`b`");
        assertThat(split(Text.empty().fence("", "a").code("b"), 100)).containsExactly("```\na\n```\n`b`");
        assertThat(split(Text.empty().bold("a").bold("b"), 100)).containsExactly("**ab**");
    }

    @Test
    void losesNothingOfAMegabyteAndKeepsTheLimit() {
        var megabyte = "lorem ipsum dolor ".repeat(60_000).strip();

        var parts = split(Text.of(megabyte), 2000);

        assertThat(parts).allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(2000));
        assertThat(String.join("", parts)).isEqualTo(megabyte);
    }

    private static List<String> split(Text text, int limit) {
        return Splitter.split(Markdown.of(text).pieces(), limit);
    }
}
