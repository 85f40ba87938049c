package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EntriesTest {
    @TempDir
    Path home;

    @Test
    void takesEachLineAsAMessage() throws Exception {
        assertThat(heard("!ping\n!status\nhello\n")).containsExactly("!ping", "!status", "hello");
    }

    @Test
    void takesALastLineWithoutItsEnd() throws Exception {
        assertThat(heard("!ping")).containsExactly("!ping");
    }

    @Test
    void givesACodeBlockToTheLineBeforeIt() throws Exception {
        assertThat(heard("!run js\n```js\nconsole.log(6*7)\n```\n!ping\n"))
                .containsExactly("!run js\n```js\nconsole.log(6*7)\n```", "!ping");
    }

    @Test
    void givesAllBlocksThatFollowToTheSameLine() throws Exception {
        assertThat(heard("!run js\n```\na\n```\n```data.csv\nb\n```\n```\nc\n```\n!ping\n"))
                .containsExactly("!run js\n```\na\n```\n```data.csv\nb\n```\n```\nc\n```", "!ping");
    }

    @Test
    void passesOverEmptyLinesBetweenALineAndItsBlock() throws Exception {
        assertThat(heard("!run js\n\n```\na\n\nb\n```\n\n \n```\nc\n```\n"))
                .containsExactly("!run js\n```\na\n\nb\n```\n```\nc\n```");
    }

    @Test
    void closesAnOpenBlockAtTheEnd() throws Exception {
        assertThat(heard("!run js\n```js\nconsole.log(1)")).containsExactly("!run js\n```js\nconsole.log(1)\n```");
    }

    @Test
    void keepsABlockThatStandsAlone() throws Exception {
        assertThat(heard("```\n1\n```\n")).containsExactly("```\n1\n```");
    }

    @Test
    void closesABlockWithTheCodeInFrontOfTheFence() throws Exception {
        assertThat(heard("!run js\n```js\nf()```\n!ping\n")).containsExactly("!run js\n```js\nf()\n```", "!ping");
    }

    @Test
    void takesABlockOnOneLine() throws Exception {
        assertThat(heard("!run js\n```f()```\n!ping\n")).containsExactly("!run js\n```f()```", "!ping");
    }

    @Test
    void keepsShorterFencesInsideALongerOne() throws Exception {
        assertThat(heard("!run md\n````\n```\nx\n```\n````\n!ping\n"))
                .containsExactly("!run md\n````\n```\nx\n```\n````", "!ping");
    }

    @Test
    void takesABlockThatOpensInTheLineOfItsCommand() throws Exception {
        assertThat(heard("!run js ```\nf()\n```\n```\ninput\n```\n!run ````js\n```\ng()````\n!ping\n"))
                .containsExactly("!run js ```\nf()\n```\n```\ninput\n```", "!run ````js\n```\ng()\n````", "!ping");
        assertThat(heard("!run js ```f()``` ```x```\n!echo ```\n!ping\n"))
                .containsExactly("!run js ```f()``` ```x```", "!echo ```", "!ping");
    }

    @Test
    void leavesAnUnbalancedFenceWithinALineToThatLine() throws Exception {
        assertThat(heard("!echo ```oops\n!ping\n")).containsExactly("!echo ```oops", "!ping");
    }

    @Test
    void ignoresEmptyLinesAndTheLineEndsOfAnotherSystem() throws Exception {
        assertThat(heard("\n\r\n!ping\r\n   \n")).containsExactly("!ping");
    }

    @Test
    void saysALiteralSlash() throws Exception {
        assertThat(heard("//as bob\n")).containsExactly("/as bob");
    }

    @Test
    void survivesCharactersThatAreNoText() throws Exception {
        var piped = new Piped(home, new byte[] {(byte) 0xff, (byte) 0xc3, 0x28, 0, 7, 27, '\n', '!', 'p', '\n'}).run();

        assertThat(piped.broker.texts()).containsExactly("\ufffd\ufffd(\u0000\u0007\u001b", "!p");
    }

    @Test
    void takesAMessageOfAMebibyteAndRefusesALongerOne() throws Exception {
        var most = "x".repeat(1024 * 1024);
        var piped = new Piped(home, most + "\n" + most + "y\n!ping\n").run();

        assertThat(piped.broker.texts()).containsExactly(most, "!ping");
        assertThat(piped.printed())
                .isEqualTo(
                        "That message is longer than 1 MiB and was not sent. Shorten it, or attach what a program is to read.\n");
    }

    @Test
    void refusesABlockThatIsTooLongAndGoesOnAfterIt() throws Exception {
        var piped = new Piped(home, "!run\n```\n" + ("x".repeat(1000) + "\n").repeat(1200) + "```\n!ping\n").run();

        assertThat(piped.broker.texts()).containsExactly("!ping");
        assertThat(piped.printed()).contains("longer than 1 MiB");
    }

    @Test
    void takesTenThousandLinesInTheirOrder() throws Exception {
        var piped = new Piped(home, "!ping\n".repeat(10_000)).run();

        assertThat(piped.broker.texts()).hasSize(10_000);
    }

    private List<String> heard(String input) throws Exception {
        return new Piped(home, input).run().broker.texts();
    }
}
