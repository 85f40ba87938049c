package io.bellhop.plugins.irc.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowTest {
    private final PlainText shown = new PlainText(new Formatting(true, UserId::id));
    private final Files files = new Files(Optional.empty());

    @Test
    void marksOnlyWhatABotCouldObey() {
        for (var line : List.of(
                "!op x", "! op x", "~ kick", "..x", "\u0002!op x\u0002", "/msg", "`op x`", ",(run)", "ann, go")) {
            assertThat(Unheard.of(line, "ann"::equals)).isEqualTo("| " + line);
        }
        for (var line :
                List.of("", "42", "-5", ".5", "...", "+---+---+", "----", "!", "(x)", "[x]", "bob: x", "a b:")) {
            assertThat(Unheard.of(line, "ann"::equals)).isEqualTo(line);
        }
        for (var line : List.of("- x", "> x", "# x", "* x", "| !op x", "*x* y", "`x`", "``x`` y", "== x")) {
            assertThat(Unheard.of(line, "ann"::equals)).isEqualTo(line);
        }
    }

    @Test
    void cardsAndChoicesAreLines() {
        var content = Content.of(Card.of("War").field("side", "red").footer("soon"))
                .with(Choice.of("Join", "join"))
                .with(Choice.of("Leave", "leave"));
        assertThat(shown.of(content, PlainText::note))
                .isEqualTo("\u0002War\u0002\n\u0002side:\u0002 red\nsoon\n1) Join\n2) Leave");
    }

    @Test
    void nothingThatSomeoneWroteIsFormattingOrHidden() {
        var text = Text.of("a\u0002b\u0003c\u000f\u202e").bold("d\u0002e\nf");
        assertThat(shown.of(text)).isEqualTo("a\u2402b\u2403c\u240f\ufffd\u0002d\u2402e\u0002\n\u0002f\u0002");
    }

    @Test
    void formattingIsRemovedFromWhatWasReceived() {
        assertThat(Formatting.removed("\u0002!\u000304,12ping\u0003 \u0004ff0000x\u000f"))
                .isEqualTo("!ping x");
        assertThat(Formatting.removed("\u00031,a\u00031")).isEqualTo(",a");
        assertThat(Formatting.removed("plain")).isEqualTo("plain");
    }

    @Test
    void linesAreSplitBetweenWordsOrElseCharacters() {
        assertThat(Splitter.split("one two three four", 16)).isEqualTo(List.of("one two three", "four"));
        assertThat(Splitter.split("x".repeat(20), 16)).isEqualTo(List.of("x".repeat(16), "xxxx"));
        assertThat(Splitter.split("\u20ac".repeat(6), 16)).isEqualTo(List.of("\u20ac".repeat(5), "\u20ac"));
        assertThat(Splitter.split("", 16)).isEqualTo(List.of(""));
    }

    @Test
    void filesAreTheBeginningOfTheirText() {
        var file = Attachment.of("a\r\nb.txt", "1\n2\r\n3\n\n4\n5\u0007\n6\n");
        assertThat(files.lines(file, 12))
                .containsExactly("(file a\u240d b.txt, 15 bytes)", "1", "2", "3", "4", "5\u2407", "(and more)");
    }

    @Test
    void filesThatAreNoTextAreNamedOnly() {
        assertThat(files.lines(Attachment.of("x.bin", new byte[] {1, 0, 2}), 12))
                .containsExactly("(file x.bin, 3 bytes)");
        var broken = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(files.lines(Attachment.of("y", broken), 12)).containsExactly("(file y, 4 bytes)");
    }
}
