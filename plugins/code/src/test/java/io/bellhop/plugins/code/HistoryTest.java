package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @AutoClose
    private final TestBot bot = TestBot.with()
            .configuration("plugins: { code: { engines: [embedded], run-time: 1m, cpu-time: 1m } }")
            .load();

    @Test
    void isEmptyAtFirst() {
        bot.as("ann").says("!history").replies("You have run nothing yet.");
        bot.as("ann").says("!history show").isRefused("history.unknown");
        bot.as("ann").says("!rerun").isRefused("history.unknown");
    }

    @Test
    void listsOnesOwnRunsTheLastFirst() {
        run("ann", "print(1)");
        run("bob", "print(2)");
        run("ann", "exit(3)");

        bot.as("ann").says("!history").repliesWith("2  js, exit code 3, ").repliesWith("1  js, ok, ");
        bot.as("bob").says("!history show 2").isRefused("history.unknown");
    }

    @Test
    void saysThatARunWroteNothing() {
        run("ann", "let x = 1");

        bot.as("ann").says("!history output").replies("Run 1 wrote nothing.");
    }

    @Test
    void filters() {
        run("ann", "print(1)");
        run("ann", "let x = ;");

        bot.as("ann").says("!history -verdict compile-error").repliesWith("2  js, does not compile");
        bot.as("ann").says("!history -verdict signal").replies("You have no such run.");
        bot.as("ann").says("!history -language JavaScript").repliesWith("1  js").repliesWith("2  js");
        bot.as("ann").says("!history -language cobol").replies("You have no such run.");
        bot.as("ann").says("!history -language \"' OR 1=1 --\"").replies("You have no such run.");
        bot.as("ann").says("!history -verdict late").isRefused("command.arguments");
    }

    @Test
    void turnsPages() {
        for (int i = 0; i < 11; i++) {
            run("ann", "print(" + i + ")");
        }

        bot.as("ann")
                .says("!history -language js")
                .repliesWith("Page 1 of 2.")
                .picks("Next page")
                .repliesWith("1  js, ok, ")
                .repliesWith("Page 2 of 2.");
        bot.as("ann").says("!history -page 3").isRefused("code.page");
        bot.as("ann").says("!history -page 0").isRefused("code.page");
    }

    @Test
    void showsAProgramWithWhatItWasGiven() {
        bot.as("ann").says("!run js 'a b' c\n```js\nprint(readline())\n```\n```\nfed\n```");

        bot.as("ann")
                .says("!history show")
                .repliesWith("print(readline())")
                .repliesWith("arguments: a b c")
                .repliesWith("standard input:")
                .repliesWith("SHA-256 of the code: 0c1f128917a7b585")
                .picks("Re-run")
                .repliesWith("fed");
    }

    @Test
    void tellsNoTimeOfCompilingWhereNothingWasCompiled() {
        run("ann", "print(1)");

        assertThat(bot.as("ann").says("!history show").texts().getLast())
                .contains("\nran for ")
                .doesNotContain("compiled in");
    }

    @Test
    void tellsNoTimeOfRunningWhereNothingRan() {
        run("ann", "let x = ;");

        assertThat(bot.as("ann").says("!history show").texts().getLast())
                .contains("\ncompiled in ")
                .doesNotContain("ran for");
    }

    @Test
    void runsAgainWithTheSameInputAndRemembersThatToo() {
        bot.as("ann").says("!run js x\n```\nprint(scriptArgs[1] + readline())\n```\n```\ny\n```");

        bot.as("ann").says("!rerun 1").repliesWith("xy");
        bot.as("ann").says("!history show 2").repliesWith("scriptArgs[1]");
        bot.as("bob").says("!rerun 1").isRefused("history.unknown");
        bot.as("ann").says("!rerun -1").isRefused("history.unknown");
    }

    @Test
    void rememberUnicodeAsItWas() {
        run("ann", "print('naïve 😀 \u202e')");

        bot.as("ann").says("!rerun").repliesWith("naïve 😀");
    }

    @Test
    void survivesAReload() {
        run("ann", "print(1)");

        bot.as("owner").says("!plugin reload code");

        bot.as("ann").says("!history").repliesWith("1  js, ok, ");
    }

    @Test
    void tellsPeopleWhatItKeepsAndForgetsIt() {
        run("ann", "print(1)");
        run("bob", "print(2)");

        bot.as("ann").says("!export me").whispersWith("runs (1)");
        bot.as("ann").says("!forget me -yes").whispersWith("1 run");

        bot.as("ann").says("!history").replies("You have run nothing yet.");
        bot.as("bob").says("!history").repliesWith("1  js, ok");
    }

    private void run(String user, String program) {
        assertThat(bot.as(user).says("!run js\n```\n" + program + "\n```").texts())
                .hasSize(1);
    }
}
