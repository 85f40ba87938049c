package io.bellhop.plugins.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.core.testkit.Answer;
import io.bellhop.core.testkit.TestBot;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ScriptsTest {
    @AutoClose
    private final TestBot bot = TestBot.with()
            .plugin(CodePlugin.jar())
            .configuration("plugins: { scripts: { scripts: 3, versions: 3, script-size: 2, total-size: 4 },"
                    + " code: { run-time: 1m, cpu-time: 1m } }")
            .load();

    @Test
    void keepsAProgramAndRunsIt() {
        save("ann", "answer", "console.log(6*7)").replies("Kept answer, version 1.");

        bot.as("ann").says("!script run answer").repliesWith("42");
        bot.as("ann").says("!script run ANSWER").repliesWith("42");
        bot.as("ann").says("!history").repliesWith("1  js, ok");
    }

    @Test
    void asksForTheCodeThatIsMissing() {
        bot.as("ann").says("!script save answer js").repliesWith("code");

        bot.as("ann").says("```\nprint(6*7)\n```").replies("Kept answer, version 1.");
    }

    @Test
    void handsOnArgumentsAndInput() {
        save("ann", "echo", "print(scriptArgs.slice(1).join('|') + readAll())");

        bot.as("ann").says("!script run echo -x 'a b'\n```\nfed\n```").repliesWith("-x|a bfed");
        bot.as("ann")
                .attaching(Attachment.of("in.txt", "file"))
                .says("!script run echo")
                .repliesWith("file");
    }

    @Test
    void takesTheLanguageFromTheFence() {
        bot.as("ann").says("!script save a\n```js\nprint(1)\n```").replies("Kept a, version 1.");
        bot.as("ann").says("!script save b javascrpt\n```\nprint(1)\n```").isRefused("code.unknown-language");
        bot.as("ann").says("!script save b\n```\nprint(1)\n```").isRefused("code.no-language");
    }

    @Test
    void isItsAuthorsAlone() {
        save("ann", "answer", "print(42)");

        bot.as("bob").says("!script run answer").isRefused("script.unknown");
        bot.as("bob").says("!script run ann/answer").isRefused("script.unknown");
        bot.as("bob").says("!script show answer").isRefused("script.unknown");
        bot.as("bob").says("!script list").repliesWith("You have no scripts");
    }

    @Test
    void keepsVersions() {
        save("ann", "dance", "print(1)");
        edit("ann", "dance", "print(2)").replies("Kept dance, version 2.");
        edit("ann", "dance", "print(2)").repliesWith("Nothing has changed since version 2");

        bot.as("ann").says("!script run dance").repliesWith("2");
        bot.as("ann")
                .says("!script show dance -version 1")
                .repliesWith("print(1)")
                .repliesWith("version 1 of 2");
        bot.as("ann").says("!script diff dance").repliesWith("-print(1)\n+print(2)");
        bot.as("ann").says("!script diff dance 2 1").repliesWith("-print(2)\n+print(1)");
        bot.as("ann").says("!script diff dance 2 2").replies("The versions 2 and 2 are the same.");
        bot.as("ann").says("!script show dance -version 3").isRefused("script.no-version");
    }

    @Test
    void keepsTheLastVersionsOnly() {
        save("ann", "dance", "print(1)");
        for (int i = 2; i <= 4; i++) {
            edit("ann", "dance", "print(" + i + ")");
        }

        edit("ann", "dance", "print(5)").replies("Kept dance, version 5. Old versions that had no room any more: 1.");
        bot.as("ann").says("!script show dance -version 2").repliesWith("but the versions 3 to 5.");
    }

    @Test
    void keepsSoManyBytesOnly() {
        save("ann", "a", "// " + "x".repeat(1500));
        edit("ann", "a", "// " + "y".repeat(1500));
        save("ann", "b", "// " + "x".repeat(1500)).repliesWith("Old versions that had no room any more: 1.");
        save("ann", "c", "// " + "x".repeat(1500)).isRefused("script.full");

        bot.as("ann").says("!script show a").repliesWith("yyy");
        bot.as("ann").says("!script run c").isRefused("script.unknown");
    }

    @Test
    void keepsSoManyScriptsOnly() {
        for (var name : new String[] {"a", "b", "c"}) {
            save("ann", name, "print(1)");
        }

        save("ann", "d", "print(1)").isRefused("script.too-many");
        save("bob", "d", "print(1)").replies("Kept d, version 1.");
        bot.as("ann").says("!script delete a").replies("a is deleted, with all its versions.");
        save("ann", "d", "print(1)").replies("Kept d, version 1.");
    }

    @Test
    void refusesWhatIsTooBig() {
        save("ann", "big", "x".repeat(10 << 20))
                .isRefused("script.too-big")
                .repliesWith("This script has 10 MiB; the most is 2 KiB.");
        save("ann", "empty", " ").isRefused("script.empty");
    }

    @Test
    void renamesAndDeletes() {
        save("ann", "one", "print(1)");
        save("ann", "two", "print(2)");

        save("ann", "two", "print(3)").isRefused("script.taken");
        bot.as("ann").says("!script rename one two").isRefused("script.taken");
        bot.as("ann").says("!script rename one One").replies("That is what one is called already.");
        bot.as("ann").says("!script rename one Three").replies("one is called three now.");
        bot.as("ann").says("!script run three").repliesWith("1");
        bot.as("ann").says("!script delete three");
        bot.as("ann").says("!script run three").isRefused("script.unknown");
    }

    @Test
    void takesNothingForMoreThanAName() {
        save("ann", "answer", "print(42)");

        for (var name : new String[] {"../answer", "a/b", "x'; DROP TABLE script; --", "a\u202eb", "dаnce", "<@1>"}) {
            bot.as("ann")
                    .says("!script save \"" + name + "\" js\n```\nprint(1)\n```")
                    .isRefused("command.arguments");
            bot.as("ann").says("!script rename answer \"" + name + "\"").isRefused("command.arguments");
            bot.as("ann").says("!script show \"" + name + "\"").isRefused();
            bot.as("ann").says("!script diff \"" + name + "\"").isRefused();
        }
        bot.as("ann").says("!script run \"' OR 1=1 --/answer\"").isRefused("script.unknown");
        bot.as("ann").says("!script run answer").repliesWith("42");
    }

    @Test
    void keepsUnicodeAsItIs() {
        save("ann", "größe", "print('naïve 😀 Ωmega')");

        bot.as("ann").says("!script run größe").repliesWith("naïve 😀 Ωmega");
    }

    @Test
    void suggestsANameThatIsNear() {
        save("ann", "answer", "print(42)");

        bot.as("ann").says("!script run anser").repliesWith("Did you mean answer?");
    }

    @Test
    void listsByPages() {
        assertThat(bot.as("ann").says("!script list").texts()).hasSize(1);
        for (var name : new String[] {"c", "b", "a"}) {
            save("ann", name, "print(1)");
            for (var other : new String[] {"bob", "cleo", "dora"}) {
                save(other, name, "print(2)");
                bot.as(other).says("!script share " + name + " channel");
            }
        }

        bot.as("ann")
                .says("!script list")
                .repliesWith("a  js, version 1, private\nb  ")
                .repliesWith("bob/a  js, version 1, shared in this channel")
                .repliesWith("Page 1 of 2.")
                .picks("Next page")
                .repliesWith("dora/c");
        bot.as("ann").says("!script list -page 3").isRefused("script.page");
    }

    @Test
    void tellsPeopleWhatItKeepsAndForgetsIt() {
        save("ann", "answer", "print(42)");
        bot.as("ann").says("!script share answer all");
        bot.as("ann").says("!alias a = script run answer");
        save("bob", "own", "print(1)");

        bot.as("ann").says("!export me").whispersWith("scripts (1)").whispersWith("aliases (1)");
        bot.as("ann").says("!forget me -yes").whispersWith("1 script").whispersWith("1 alias");

        bot.as("ann").says("!a").isRefused("command.unknown");
        bot.as("bob").says("!script run answer").isRefused("script.unknown");
        bot.as("bob").says("!script run own").repliesWith("1");
        bot.advance(Duration.ofMinutes(1));
        bot.as("ann").says("!export me").whispersWith("Nothing is kept about you.");
    }

    @Test
    void keepsItsExamples() {
        bot.tryExamples();
    }

    @Test
    void survivesAReloadOfItselfAndOfCode() {
        save("ann", "answer", "print(42)");
        bot.as("ann").says("!alias a = script run answer");

        bot.as("owner").says("!plugin reload scripts");
        bot.as("ann").says("!script run answer").repliesWith("42");
        bot.as("owner").says("!plugin reload code");
        bot.as("ann").says("!script run answer").repliesWith("42");
        bot.as("ann").says("!a").repliesWith("42");
    }

    @Test
    void goesWithCodeAndComesBackWithIt() {
        save("ann", "answer", "print(42)");
        bot.as("ann").says("!alias a = script run answer");

        bot.as("owner").says("!plugin unload code");
        bot.as("ann").says("!script run answer").isRefused("command.unknown");
        bot.as("ann").says("!a").isRefused("command.unknown");
        bot.as("owner").says("!plugin load code");

        bot.as("ann").says("!script run answer").repliesWith("42");
        bot.as("ann").says("!a").repliesWith("42");
    }

    @Test
    void leavesNothingBehind() {
        save("ann", "answer", "print(42)");
        edit("ann", "answer", "print(43)");
        bot.as("ann").says("!script run answer");
        bot.as("ann").says("!script diff answer");
        bot.as("ann").says("!alias hi = ping");
        bot.as("ann").says("!hi");
        bot.unloadsCleanly();
    }

    private Answer save(String user, String name, String source) {
        return bot.as(user).says("!script save " + name + " js\n```\n" + source + "\n```");
    }

    private Answer edit(String user, String name, String source) {
        return bot.as(user).says("!script edit " + name + "\n```\n" + source + "\n```");
    }
}
