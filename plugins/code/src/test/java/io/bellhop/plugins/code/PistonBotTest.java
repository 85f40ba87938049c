package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Text;
import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.code.engine.piston.FirstLooks;
import io.bellhop.plugins.code.engine.piston.LoopbackPiston;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole bot with two Piston servers. */
@Timeout(120)
class PistonBotTest {
    private static final String RUN = "!run python\n```\nx\n```";

    @AutoClose
    private final LoopbackPiston one =
            new LoopbackPiston("one").has("python", "3.12.0", "py").has("javascript", "18.15.0", "js");

    @AutoClose
    private final LoopbackPiston other =
            new LoopbackPiston("other").has("python", "3.12.0", "py3").has("python", "2.7.18", "py2");

    @AutoClose
    private final TestBot bot = bot("piston");

    @BeforeEach
    void lookAtBoth() throws InterruptedException {
        FirstLooks.await();
    }

    @Test
    void runsOnOneOfThem() {
        assertThat(printed(bot, RUN)).isIn("one ran x", "other ran x");
    }

    @Test
    void goesOnWhenOneDiesBetweenTwoJobs() {
        one.dies();
        assertThat(printed(bot, RUN)).isEqualTo("other ran x");
        assertThat(printed(bot, RUN)).isEqualTo("other ran x");

        one.comesBack();
        bot.advance(Duration.ofMinutes(1));
        other.dies();
        assertThat(printed(bot, RUN)).isEqualTo("one ran x");
    }

    @Test
    void answersThoughTheServerDiesThatRunsTheJob() {
        one.diesOfJobs(() -> other.jobs().isEmpty());
        other.diesOfJobs(() -> one.jobs().isEmpty());

        assertThat(printed(bot, RUN)).isIn("one ran x", "other ran x");
        assertThat(one.jobs().size() + other.jobs().size()).isEqualTo(2);
        assertThat(printed(bot, RUN)).isIn("one ran x", "other ran x");
    }

    @Test
    void saysWhatToDoWhenBothAreAway() {
        bothDie();

        bot.as("ann")
                .says(RUN)
                .isRefused("code.engine-away")
                .repliesWith("python can't be run just now. Try again in a minute; "
                        + "the command languages -all says what is missing.");
        bot.as("ann")
                .says("!languages -all")
                .repliesWith("The Piston server one can't be reached; start it, or correct its url.")
                .repliesWith("The Piston server other can't be reached; start it, or correct its url.");
    }

    @Test
    @Timeout(60)
    void runsAgainWhenTheyAreBack() {
        bothDie();
        bot.as("ann").says(RUN).isRefused("code.engine-away");

        one.comesBack();
        bot.advance(Duration.ofMinutes(1));

        var printed = printed(bot, RUN);
        while (printed.startsWith(
                "no output")) { // they are looked at over real sockets, which the clock does not wait for
            printed = printed(bot, RUN);
        }
        assertThat(printed).isEqualTo("one ran x");
    }

    @Test
    void listsTheLanguagesOfBoth() {
        bot.as("ann")
                .says("!languages")
                .repliesWith("javascript  18.15.0 (piston)\n")
                .repliesWith("python  3.12.0 (piston)\n");
        bot.as("ann").says("!languages -all").repliesWith("python  3.12.0, 2.7.18 (piston), also py, py2, py3\n");
    }

    @Test
    void runsTheVersionThatIsAskedFor() {
        assertThat(printed(bot, "!run python@2\n```\nx\n```")).isEqualTo("other ran x");
        assertThat(other.jobs().getLast().get("version").asString()).isEqualTo("2.7.18");
        bot.as("ann").says("!run python@4\n```\nx\n```").repliesWith("There is no python@4 here now.");
    }

    @Test
    void runsAgainWhatRanBeforeOrSaysThatItIsAnotherNow() {
        printed(bot, "!run python@2\n```\nx\n```");
        assertThat(printed(bot, "!rerun 1")).isEqualTo("other ran x");
        assertThat(other.jobs().getLast().get("version").asString()).isEqualTo("2.7.18");
        bot.as("ann").says("!rerun 2").repliesWith("same output as run 2");

        other.dies();
        bot.advance(Duration.ofMinutes(2));

        bot.as("ann").says("!rerun 1").repliesWith("one ran x").repliesWith("run 1, which ran on 2.7.18");
    }

    @Test
    void keepsTheLimitsThatHeldInTheReceipt() {
        one.contract().allows("run_timeout", 1000);
        other.contract().allows("run_timeout", 1000);
        printed(bot, RUN);

        bot.as("ann").says("!history show").repliesWith("limits: 1 s, ");
    }

    @Test
    void turnsToTheNextEngineWhenNoServerIsThere() throws InterruptedException {
        try (var both = bot("piston, embedded")) {
            FirstLooks.await();
            var line = "!run js\n```\nconsole.log(6 * 7)\n```";
            assertThat(printed(both, line)).isEqualTo("one ran console.log(6 * 7)");
            assertThat(printed(both, line.replace("js", "js@embedded"))).isEqualTo("42");

            one.dies();
            assertThat(printed(both, line)).isEqualTo("42");
            assertThat(note(both)).as("the engine that took it").startsWith("javascript@embedded, ");
            assertThat(printed(both, line)).isEqualTo("42");
            assertThat(note(both)).startsWith("js, ");
        }
    }

    @Test
    void leavesNothingBehind() {
        printed(bot, RUN);
        bot.unloadsCleanly();
    }

    /** And the bot has noticed. */
    private void bothDie() {
        one.dies();
        other.dies();
        bot.advance(Duration.ofMinutes(2));
    }

    private TestBot bot(String engines) {
        return TestBot.with()
                .configuration("""
                        plugins:
                          code:
                            engines: [%s]
                            piston:
                              margin: 30s
                              servers:
                                one: { url: "%s" }
                                other: { url: "%s" }
                        """.formatted(engines, one.url(), other.url()))
                .load();
    }

    private static String note(TestBot bot) {
        var nodes = bot.sent().getLast().content().text().nodes();
        return nodes.getLast() instanceof Text.Literal note ? note.string() : "no note: " + nodes;
    }

    /** Says a line, and returns what the program printed. */
    private static String printed(TestBot bot, String line) {
        bot.as("ann").says(line);
        var nodes = bot.sent().getLast().content().text().nodes();
        return nodes.getFirst() instanceof Text.Fence fence ? fence.string() : "no output: " + nodes;
    }
}
