package io.bellhop.api.chat.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private final PlainText plain = new PlainText(Style.PLAIN);

    @Test
    void putsNoMarksAroundRunningText() {
        var text = Text.of("rolled ").bold(9).add(" with ").code("2d6");

        assertThat(plain.of(text)).isEqualTo("rolled 9 with 2d6");
    }

    @Test
    void standsAFenceOnLinesOfItsOwn() {
        var text = Text.of("It took 3 ms.").fence("", "42\n").add("Exit code 0.");

        assertThat(plain.of(text)).isEqualTo("It took 3 ms.\n42\nExit code 0.");
    }

    @Test
    void addsNoEmptyLineWhereABreakStandsBesideAFence() {
        var text = Text.of("before").line().fence("js", "42").line().add("after");

        assertThat(plain.of(text)).isEqualTo("before\n42\nafter");
    }

    @Test
    void keepsTheEmptyLinesOfAProgram() {
        assertThat(plain.of(Text.empty().fence("", "\n1\n\n"))).isEqualTo("\n1\n");
    }

    @Test
    void showsNothingForAnEmptyFence() {
        assertThat(plain.of(Text.of("No output.").fence("", ""))).isEqualTo("No output.");
    }

    @Test
    void readsTheLineEndsOfAnotherSystem() {
        assertThat(plain.of(Text.empty().fence("", "1\r\n2\r\n"))).isEqualTo("1\n2");
    }

    @Test
    void namesUsersLinksAndMoments() {
        var text = Text.empty()
                .mention(new UserId("console", "ann"))
                .add(": ")
                .link("docs", URI.create("https://example.org"))
                .add(" ")
                .time(Instant.parse("2026-01-02T03:04:05.678Z"));

        assertThat(plain.of(text)).isEqualTo("@ann: docs (https://example.org) 2026-01-02 03:04:05 UTC");
    }

    @Test
    void doesNotRepeatALinkThatIsItsOwnLabel() {
        var link = URI.create("https://example.org");

        assertThat(plain.of(Text.empty().link("https://example.org", link))).isEqualTo("https://example.org");
    }

    @Test
    void showsACardAsLines() {
        var card = Card.of("Status")
                .text(Text.of("All is well."))
                .field("uptime", "3 h")
                .field("plugins", Text.of("code").line().add("help"))
                .image(URI.create("https://example.org/plot.png"))
                .footer("as of now");

        assertThat(shown(Content.of(card)))
                .isEqualTo(
                        "Status\nAll is well.\nuptime: 3 h\nplugins:\ncode\nhelp\nhttps://example.org/plot.png\nas of now");
    }

    @Test
    void takesNoImageThatIsNowhereOnTheWeb() {
        for (var address : List.of("file:///etc/passwd", "attachment://plot.png", "plot.png", "https:plot.png")) {
            assertThatThrownBy(() -> Card.of("Plot").image(URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(address);
        }
    }

    @Test
    void numbersChoices() {
        var content = Content.of("Done.").with(Choice.of("Re-run", "run")).with(Choice.of("Stop\nnow", "cancel"));

        assertThat(shown(content)).isEqualTo("Done.\n1) Re-run\n2) Stop now");
    }

    @Test
    void notesAttachments() {
        var content =
                Content.of("See:").with(Attachment.of("a.txt", "1")).with(Attachment.of("b\n.bin", new byte[5000]));

        assertThat(shown(content)).isEqualTo("See:\n(file a.txt, 1 byte)\n(file b .bin, 4 KiB)");
    }

    @Test
    void letsNoCharacterPassUnseen() {
        var content = Content.of(
                        Card.of("a\u001b[31m").field("b\u202e", "c\u0007").footer("d\u0000"))
                .with(Text.of("\u001b]0;x\u0007")
                        .code("\u001b")
                        .fence("", "\u001b[2J")
                        .mention(new UserId("x", "\u001b")))
                .with(Choice.of("\u001b", "x"))
                .with(Attachment.of("\u001b", ""));

        assertThat(shown(content)).doesNotContain("\u001b", "\u0007", "\u0000", "\u202e");
    }

    @Test
    void marksWhatStandsOutAfterItWasMadeVisible() {
        var loud = new PlainText(new Style() {
            @Override
            public String bold(String characters) {
                return "\u0002" + characters + "\u0002";
            }
        });

        assertThat(loud.of(Text.empty().bold("a\u0002b"))).isEqualTo("\u0002a\u2402b\u0002");
    }

    @Test
    void isEmptyWhenThereIsNothingToShow() {
        assertThat(shown(Content.of(Text.empty()))).isEmpty();
    }

    private String shown(Content content) {
        return plain.of(content, PlainText::note);
    }
}
