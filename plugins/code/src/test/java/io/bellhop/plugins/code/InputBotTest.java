package io.bellhop.plugins.code;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Attachment;
import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InputBotTest {
    @AutoClose
    private final TestBot bot = TestBot.with()
            .configuration(
                    "plugins: { code: { engines: [embedded], run-time: 20s, ranks: { 100: { time: 30s, memory: 80 } } } }")
            .load();

    @Test
    void runsAnAttachedFileByTheEndingOfItsName() {
        bot.as("ann")
                .attaching(Attachment.of("x.js", "print(6*7)"))
                .says("!run")
                .repliesWith("42\njs, ");
    }

    @Test
    void runsAnAttachedFileThatIsSentWhenTheCodeIsAskedFor() {
        bot.as("ann").says("!run js").asks("Send the code now");
        bot.as("ann").attaching(Attachment.of("x.txt", "print(6*7)")).says("").repliesWith("42\njs, ");
    }

    @Test
    void runsWhatTheRepliedToMessageHas() {
        bot.as("bob").says("look:\n```js\nprint('of bob')\n```").isSilence();
        bot.as("ann").replyingTo("bob").says("!run").repliesWith("of bob\njs, ");

        bot.as("cid").attaching(Attachment.of("y.js", "print('of cid')")).says("and this");
        bot.as("ann").replyingTo("cid").says("!run").repliesWith("of cid\njs, ");
    }

    @Test
    void givesAnAttachedFileTheBlockAsInput() {
        bot.as("ann")
                .attaching(Attachment.of("x.js", "print(readline(), scriptArgs[1])"))
                .says("!run -- -a\n```\nhello\n```")
                .repliesWith("hello -a\n");
    }

    @Test
    void saysWhereFilesBesideAProgramHaveNoPlace() {
        bot.as("ann")
                .attaching(Attachment.of("data.csv", "1"))
                .says("!run js\n```\nprint(1)\n```")
                .isRefused("code.refused");
    }

    @Test
    void givesTimeAndMemoryWithinWhatARankMayHave() {
        bot.as("ann")
                .says("!run -time 25s js\n```\nprint(1)\n```")
                .isRefused("code.limits")
                .repliesWith("A program of yours may run for at most 20 s here. 25 s needs the rank 100.");
        bot.as("ann").says("!run -memory 8 js\n```\nnew Uint8Array(20e6)\n```").repliesWith("memory limit");
        bot.as("bob")
                .withRank(Rank.TRUSTED)
                .says("!run -time 25s -memory 80M js\n```\nprint(1)\n```")
                .repliesWith("1\njs, ");
        bot.as("ann").says("!run -memory much js\n```\nprint(1)\n```").repliesWith("Memory is written in MiB");
    }

    @Test
    void tellsAProgramsOwnDashesFromFlags() {
        bot.as("ann")
                .says("!run js -x --time 9\n```\nprint(scriptArgs.slice(1).join())\n```")
                .repliesWith("-x,--time,9\n");
    }
}
