package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CompareBotTest {
    @AutoClose
    private final TestBot bot = TestBot.with()
            .configuration("plugins: { code: { engines: [embedded], run-time: 2m, cpu-time: 2m } }")
            .load();

    @Test
    void timesSnippetsInTurns() {
        var answer = bot.as("ann").says("!timeit -rounds 3 js\n```\n1\n```\n```\nfor (let i = 0; i < 3e5; i++);\n```");

        answer.repliesWith("snippet  median").repliesWith("times are with the start of the language");
        assertThat(answer.texts().getLast()).containsPattern("\n1 .* 3").containsPattern("\n2 .* 3");
        bot.as("ann").says("!history").repliesWith("2  js, ok").repliesWith("1  js, ok");
        assertThat(bot.as("ann").says("!history").texts().getLast())
                .as("repetitions are no runs")
                .doesNotContain("3  js");
    }

    @Test
    void takesTheLanguageFromTheNameOfAFileAsRunDoes() {
        bot.as("ann")
                .says("!timeit -rounds 1\n```main.js\n1\n```\n```other.js\n2\n```")
                .repliesWith("snippet  median");
    }

    @Test
    void timesNoMoreThanTheTimeAllows() {
        bot.as("ann")
                .says("!timeit -time 2s -rounds 50 js\n```\nfor (;;);\n```\n```\nlet x = ;\n```")
                .repliesWith("1        stopped after 2 s: time limit")
                .repliesWith("2        does not compile");
    }

    @Test
    void refusesWhatIsTooMuchBeforeAnythingRuns() {
        bot.as("ann").says("!timeit -rounds 101 js\n```\n1\n```").isRefused("code.rounds");
        bot.as("ann").says("!timeit -time 3m js\n```\n1\n```").isRefused("code.limits");
        bot.as("ann").says("!timeit js\n```\n1\n```\n```cobol\n1\n```").repliesWith("snippet");
        bot.as("ann").says("!timeit\n```js\n1\n```\n```cobol\n1\n```").isRefused("code.unknown-language");
        bot.as("ann").says("!run -matrix a,b,c,d,e,f,g,h,i\n```\n1\n```").isRefused("code.matrix");
        bot.as("ann").says("!run -matrix ,\n```\n1\n```").isRefused("code.matrix");
        bot.as("ann").says("!run -matrix cobol,fortran\n```\n1\n```").isRefused("code.unknown-language");
    }

    @Test
    void saysWhyAProgramDidNotRunInOneOfSeveralLanguages() {
        bot.as("ann")
                .says("!run -matrix cobol,js,\n```\nprint(1)\n```")
                .repliesWith("js     QuickJS  ok  ")
                .repliesWith("not run")
                .repliesWith("There is no language cobol here.")
                .repliesWith("\nall that ran wrote the same");
        bot.as("ann")
                .says("!run -matrix js\n```\nprint(1)\n```\n```data.csv\n1\n```")
                .repliesWith("not run")
                .repliesWith("The engine embedded runs single programs")
                .repliesWith("\nnone of them ran");
    }

    @Test
    void runsALanguageOnceHoweverManyOfItsNamesAreGiven() {
        var answer = bot.as("ann").says("!run -matrix js,javascript,JS,js@embedded\n```\nprint(1)\n```");

        answer.repliesWith("\nall wrote the same; javascript is js, and ran once; JS is js, and ran once");
        assertThat(answer.texts().getLast()).contains("js           QuickJS").doesNotContain("javascript   QuickJS");
        bot.as("ann").says("!history").repliesWith("2  js, ok, ").repliesWith("1  js, ok, ");
        assertThat(bot.as("ann").says("!history").texts().getLast()).doesNotContain("3  js");
    }

    @Test
    void runsOneProgramInSeveralLanguages() {
        bot.as("ann")
                .says("!run -matrix js,js@embedded x\n```\nprint(scriptArgs[1])\n```")
                .repliesWith("js           QuickJS  ok  ")
                .repliesWith("js@embedded  QuickJS  ok  ")
                .repliesWith("\nall wrote the same");
    }
}
