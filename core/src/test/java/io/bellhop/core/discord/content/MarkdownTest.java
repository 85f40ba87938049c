package io.bellhop.core.discord.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "**a** _b_ ~~c~~ ||d||; \\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\|",
                "`a` ```b```; \\`a\\` \\`\\`\\`b\\`\\`\\`",
                "# a; \\# a",
                "-# a; \\-\\# a",
                "- a; \\- a",
                "1. a; 1\\. a",
                "> a; \\> a",
                ">>> a; \\>\\>\\> a",
                "[a](https://evil.example); \\[a\\](https://evil.example)",
                "<@1> <@&1> <#1> <t:1> <:a:1>; \\<@1\\> \\<@&1\\> \\<\\#1\\> \\<t:1\\> \\<:a:1\\>",
                "@everyone and @here; \\@everyone and \\@here",
                "ann@example.com; ann@example.com",
                "back\\slash; back\\\\slash",
                "3.14 well-known a>b; 3.14 well-known a>b",
            })
    void showsMarkupInLiteralsAsItIs(String literal, String sent) {
        assertThat(markdown(Text.of(literal))).isEqualTo(sent);
    }

    @Test
    void leavesAddressesUsable() {
        assertThat(markdown(Text.of("see https://example.com/a_b?c=_d_#e and *x*")))
                .isEqualTo("see https://example.com/a_b?c=_d_#e and \\*x\\*");
    }

    @Test
    void showsHiddenCharacters() {
        assertThat(markdown(Text.of("a\u202eb\u0007").code("\u202e").fence("", "\u0000")))
                .isEqualTo("a\ufffdb\u2407`\ufffd`\n```\n\u2400\n```");
    }

    @Test
    void writesBoldAndCode() {
        assertThat(markdown(Text.of("a ").bold("b*").add(" ").code("*c*"))).isEqualTo("a **b\\*** `*c*`");
    }

    @Test
    void writesCodeThatHoldsBackticks() {
        assertThat(markdown(Text.empty().code("`a```"))).isEqualTo("`` `a`\u200b`\u200b` ``");
        assertThat(markdown(Text.empty().code("a\nb"))).isEqualTo("`a b`");
    }

    @Test
    void letsNothingOutOfAFence() {
        assertThat(markdown(Text.empty().fence("js", "a\n```\n@everyone **b**\n````")))
                .isEqualTo("```js\na\n``\u200b`\n@everyone **b**\n``\u200b``\n```");
    }

    @Test
    void refusesALanguageThatIsNone() {
        assertThat(markdown(Text.empty().fence("a\n```\n", "b"))).isEqualTo("```\nb\n```");
    }

    @Test
    void keepsAnEmptyFenceAFence() {
        assertThat(markdown(Text.empty().fence("", "\n"))).isEqualTo("```\n\u200b\n```");
    }

    @Test
    void linksToTheWebOnly() {
        assertThat(markdown(Text.empty().link("a]b", URI.create("https://example.com/(x)"))))
                .isEqualTo("[a\\]b](https://example.com/%28x%29)");
        assertThat(markdown(Text.empty().link("a", URI.create("javascript:x")))).isEqualTo("a (javascript:x)");
    }

    @Test
    void showsTheTargetOfALinkWhoseLabelLooksLikeAnother() {
        assertThat(markdown(Text.empty().link("https://good.example", URI.create("https://other.example"))))
                .isEqualTo("https://good.example (https://other.example)");
    }

    @Test
    void mentionsUsersOfDiscordAlone() {
        var text = Text.empty().mention(new UserId("discord", "123")).mention(new UserId("irc", "ann"));

        var markdown = Markdown.of(text);

        assertThat(markdown.string()).isEqualTo("<@123>irc:ann");
        assertThat(markdown.mentioned()).containsExactly("123");
    }

    @Test
    void mentionsNobodyByALiteral() {
        assertThat(Markdown.of(Text.of("<@123>").code("<@123>")).mentioned()).isEmpty();
    }

    @Test
    void writesMomentsForTheReadersOwnZone() {
        assertThat(markdown(Text.empty().time(Instant.ofEpochSecond(1_700_000_000))))
                .isEqualTo("<t:1700000000>");
    }

    private static String markdown(Text text) {
        return Markdown.of(text).string();
    }
}
