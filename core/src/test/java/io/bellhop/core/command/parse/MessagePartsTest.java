package io.bellhop.core.command.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.bellhop.api.command.CodeBlock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagePartsTest {
    @Test
    void closesABlockOnItsOwnLineWhereItCan() {
        assertThat(MessageParts.of("run js ```log(1)``` ```\nin\n```").blocks())
                .containsExactly(new CodeBlock("", "log(1)"), new CodeBlock("", "in"));
    }

    @Test
    void leavesFencesInsideLinesToTheProgram() {
        assertThat(MessageParts.of("run js\n```js\r\nlog('```')\r\n```").blocks())
                .containsExactly(new CodeBlock("js", "log('```')"));
    }

    @Test
    void keepsAFenceThatStandsInALongerOne() {
        assertThat(MessageParts.of("run md\n````md\n```\nin\n```\n````").blocks())
                .containsExactly(new CodeBlock("md", "```\nin\n```"));
    }

    @Test
    void canBeWrittenAgain() {
        for (var text :
                List.of("pay bob", "run md\n````md\n```\nin\n```\n````\n```\nstdin\n```", "run\n```js\n\n```")) {
            var parts = MessageParts.of(text);
            assertThat(parts.text()).isEqualTo(text);
            assertThat(MessageParts.of(parts.text())).isEqualTo(parts);
        }
    }

    @Test
    void takesAFenceBehindABackslashForText() {
        var parts = MessageParts.of("say \\```` and \\``` are fences\n```js\nx\n```");
        assertThat(parts.line()).isEqualTo("say ```` and ``` are fences");
        assertThat(parts.blocks()).containsExactly(new CodeBlock("js", "x"));
        assertThat(MessageParts.of(parts.text())).isEqualTo(parts);
    }

    @Test
    void readsAMegabyteOfFencesAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> MessageParts.of("run " + "```\na``` ".repeat(120_000)));
    }

    @Test
    void readsAMegabyteOfOpenQuotesAtOnce() {
        var line = "«a „b ".repeat(170_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatCode(() -> Tokenizer.split(line, true)).doesNotThrowAnyException());
    }
}
