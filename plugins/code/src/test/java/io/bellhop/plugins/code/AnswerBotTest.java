package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Message;
import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.FakeConnector.Verb;
import io.bellhop.core.testkit.TestBot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AnswerBotTest {
    @AutoClose
    private final TestBot bot = TestBot.with()
            .configuration("plugins: { code: { engines: [embedded], run-time: 20s, cpu-time: 20s } }")
            .load();

    @Test
    void runsAgainFromTheButtonAndSaysThatTheOutputIsTheSame() {
        bot.as("ann")
                .says("!run js x\n```\nprint(scriptArgs[1])\n```")
                .picks("Re-run")
                .repliesWith("x\njs, ")
                .repliesWith("same output as run 1");
    }

    @Test
    void showsWhatDiffersInARunThatIsRepeated() {
        bot.as("ann").says("!run js\n```\nprint('same'); print(Math.random())\n```");

        bot.as("ann")
                .says("!rerun 1")
                .repliesWith("\nthe output differs from run 1:\n-0.")
                .repliesWith("\n+0.");
        bot.as("ann").says("!history diff").repliesWith("run 2: the output differs from run 1:\n-0.");
        bot.as("ann").says("!history diff 2 1").repliesWith("run 1: the output differs from run 2:\n-0.");
        bot.as("ann").says("!history diff 7").isRefused("history.unknown");
    }

    @Test
    void saysThatThereIsNothingBeforeTheFirstRunToCompareWith() {
        bot.as("ann").says("!run js\n```\nprint(1)\n```");

        bot.as("ann")
                .says("!history diff")
                .isRefused("history.unknown")
                .repliesWith("Run 1 is the first in your history: there is none before it to compare with.");
    }

    @Test
    void repeatsARunUnderItsLimits() {
        bot.as("ann").says("!run -time 3s -memory 8 js\n```\nprint(1)\n```");

        bot.as("ann").says("!history show 1").repliesWith("limits: 3 s, 20 s of CPU, 8 MiB, 256 KiB of output");
        bot.as("ann").says("!rerun 1");
        bot.as("ann").says("!history show 2").repliesWith("limits: 3 s, 20 s of CPU, 8 MiB, 256 KiB of output");
    }

    @Test
    void keepsAReceiptOfEachRun() {
        bot.as("ann").says("!run js a\n```\nprint(1)\n```\n```\nin\n```");

        bot.as("ann")
                .says("!history show")
                .repliesWith("ran on QuickJS, by the engine embedded\n")
                .repliesWith("SHA-256 of the code: d287bb7f9d15abdc")
                .repliesWith("SHA-256 of the input: ab5080369a968a36")
                .repliesWith("SHA-256 of the arguments: ")
                .repliesWith("SHA-256 of the output: 4355a46b19d348dc");
    }

    @Test
    void showsAllOfAnOutputThatWasCutPageByPage() {
        bot.as("ann")
                .says("!run js\n```\nfor (let i = 0; i < 400; i++) print('line ' + i)\n```")
                .repliesWith("bytes left out")
                .uploads("output.txt")
                .picks("Show all")
                .repliesWith("line 0\nline 1\n")
                .repliesWith("output of run 1\nPage 1 of 3.")
                .picks("Next page")
                .repliesWith("Page 2 of 3.");
        bot.as("ann").says("!history output 1 -page 3").repliesWith("\nline 399\n");
    }

    @Test
    void deletesAnAnswerFromTheButtonOnly() {
        var answer = bot.as("ann").says("!run js\n```\nprint(1)\n```");

        answer.picks("Delete");

        assertThat(bot.sent().getLast().verb()).isEqualTo(Verb.DELETE);
        bot.as("ann").says("!answer delete").isRefused("code.no-answer");
    }

    @Test
    void offersNoButtonsToPrograms() {
        bot.as("ann").says("!run js\n```\nprint(1)\n```").repliesWith("1) Re-run\n2) Delete");
    }

    @Test
    void offersWhatHasChangedAfterAnEdit() {
        bot.publish(new MessageReceived(message("print('a'); print('b')")));
        bot.publish(new MessageEdited(message("print('a'); print('c')")));

        var edited = bot.sent().getLast();
        assertThat(edited.verb()).isEqualTo(Verb.EDIT);
        assertThat(edited.content().choices())
                .filteredOn(choice -> choice.label().equals("What changed"))
                .singleElement()
                .satisfies(choice -> assertThat(choice.invocation()).isEqualTo("history diff 1 2"));
        bot.as("ann").says("!history diff 1 2").repliesWith("run 2: the output differs from run 1:\n-b\n+c");
    }

    /** The first message of a platform, whatever it says. */
    private static Message message(String program) {
        var time = Instant.parse("2026-01-01T12:00:00Z");
        return new FakeConnector()
                .message(FakeConnector.named("ann"), "lobby", "!run js\n```\n" + program + "\n```", List.of(), time);
    }
}
