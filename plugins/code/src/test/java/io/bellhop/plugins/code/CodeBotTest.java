package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Text;
import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CodeBotTest {
    @AutoClose
    private final TestBot bot = TestBot.with()
            .configuration("plugins: { code: { engines: [embedded], run-time: 1m, cpu-time: 1m } }")
            .load();

    @Test
    void runsABlock() {
        assertThat(printed("!run js\n```js\nconsole.log(6*7)\n```")).isEqualTo("42");
        assertThat(printed("!eval js\n```\nconsole.log(6*7)\n```")).isEqualTo("42");
    }

    @Test
    void takesTheLanguageFromTheFenceAlone() {
        assertThat(printed("!run\n```js\nconsole.log(6*7)\n```")).isEqualTo("42");
    }

    @Test
    void givesTheProgramAllThatFollowsTheLanguage() {
        assertThat(printed("!run js -x --size=4 'a b'\n```js\nprint(scriptArgs.slice(1).join('|'))\n```"))
                .isEqualTo("-x|--size=4|a b");
    }

    @Test
    void givesASecondBlockAsInput() {
        assertThat(printed("!run js\n```js\nprint(readAll().toUpperCase())\n```\n```\nwhat it reads\n```"))
                .isEqualTo("WHAT IT READS\n");
    }

    @Test
    void showsBothStreamsInOrderOfArrival() {
        bot.as("ann")
                .says("!run js\n```\nprint(1); console.error(2); print(3); console.error(4)\n```")
                .repliesWith("1\n2> 2\n3\n2> 4\njs, ")
                .repliesWith(", 2> marks standard error");
    }

    @Test
    void refusesUnknownLanguagesWithASuggestion() {
        bot.as("ann")
                .says("!run javascrpt\n```\nprint(1)\n```")
                .isRefused("code.unknown-language")
                .repliesWith("Did you mean javascript?");
        bot.as("ann").says("!run\n```\nprint(1)\n```").isRefused("code.no-language");
    }

    @Test
    void namesWhatTakesFilesInsteadOfTheEmbeddedEngine() {
        bot.as("ann")
                .says("!run js\n```\nprint(1)\n```\n```data.csv\n1,2\n```")
                .isRefused("code.refused")
                .repliesWith("The engine embedded runs single programs, with no files beside them. The language node");
    }

    @Test
    void asksForAMissingBlockAndRunsTheNextMessage() {
        bot.as("ann").says("!run js").repliesWith("code");

        assertThat(printed("```js\nconsole.log(6*7)\n```")).isEqualTo("42");
    }

    @Test
    void completesLanguages() {
        assertThat(bot.as("ann").types("!run j")).startsWith("!run js", "!run javascript");
        assertThat(bot.as("ann").types("!timeit javas")).containsExactly("!timeit javascript");
    }

    @Test
    void listsLanguages() {
        bot.as("ann")
                .says("!languages")
                .repliesWith("js  QuickJS (embedded)\n")
                .repliesWith("A run has 10 s to compile, 60 s to run, 60 s of CPU, 64 MiB, and 256 KiB of output");
        bot.as("ann").says("!languages -all").repliesWith(", also cjs, ecmascript, javascript, mjs, node\n");
        bot.as("ann").says("!languages -page 99").isRefused("code.page");
    }

    @Test
    void givesAVerdictOnAHostileProgram() {
        bot.as("ann").says("!run -time 1s js\n```js\nfor (;;) ;\n```");

        assertThat(bot.sent().getLast().content().text().nodes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Text.Literal.class,
                        note -> assertThat(note.string())
                                .startsWith("no output, stopped after 1 s: time limit, js, 1"));
    }

    @Test
    void answersOthersWhileAHostileProgramRuns() {
        var hostile = bot.as("ann").saysLater("!run js\n```js\nfor (;;) ;\n```").toCompletableFuture();

        bot.as("bob").says("!ping").replies("pong");

        assertThat(hostile).isNotDone();
        bot.as("ann").says("!cancel").repliesWith("Cancelled ");
        hostile.join();
    }

    @Test
    void keepsItsExamples() {
        bot.tryExamples();
    }

    @Test
    void leavesNothingBehind() {
        printed("!run js\n```js\nprint(1)\n```");
        bot.as("ann").says("!run js\n```js\nnew Uint8Array(1e9)\n```").repliesWith("memory limit");
        bot.unloadsCleanly();
    }

    /** Says a line, and returns what the program printed. */
    private String printed(String line) {
        bot.as("ann").says(line);
        var nodes = bot.sent().getLast().content().text().nodes();
        return nodes.getFirst() instanceof Text.Fence fence ? fence.string() : "no output: " + nodes;
    }
}
