package io.bellhop.plugins.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.TestBot;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HelpTest {
    @AutoClose
    private final TestBot bot = TestBot.load();

    @Test
    void listsByPluginWhatTheAskerMayRun() {
        var answer = bot.as("ann").says("!help");

        answer.repliesWith("core: What the bot itself can do.\n  !")
                .repliesWith("\n  !ping [TEXT...] ")
                .repliesWith("  Answers at once.\n");
        answer.repliesWith("""
                help: Shows what can be asked for, and how.
                  !help [-page PAGE] [TOPIC...]  Shows what you can ask for, and how.
                !help NAME tells all of a command or a plugin.""");
        assertThat(answer.texts().getFirst()).doesNotContain("!plugin", "!shutdown");
    }

    @Test
    void listsNothingThatPeopleNeedNotFind() {
        var open = FakeCommand.of("war", "war start");

        assertThat(Help.shown(List.of(open, FakeCommand.of("war", "war again", true))))
                .containsExactly(open);
    }

    @Test
    void listsMoreForThoseWhoMayMore() {
        bot.as("owner").says("!help").repliesWith("  !backup ").repliesWith("  !plugin unload WHAT ");
    }

    @Test
    void tellsAllOfACommand() {
        bot.as("ann").says("!help help").replies("""
                !help [-page PAGE] [TOPIC...]
                Shows what you can ask for, and how.
                Arguments
                  TOPIC  the words of a command, or a plugin (text, any number of them)
                Flags
                  -page  which page of a long list (whole number, 1 if left out)
                Examples
                !help
                !help help
                !help -page 1 core
                plugin help · for everyone""");
    }

    @Test
    void takesTheNameAsItIsCalled() {
        bot.as("ann").says("!help  !PING ").repliesWith("!ping [TEXT...]\nAnswers at once.");
        bot.as("owner").says("!help plugin   list").repliesWith("!plugin list\nLists the plugins");
    }

    @Test
    void listsTheSubCommandsOfAGroup() {
        var answer = bot.as("owner").says("!help plugin").repliesWith("  !plugin list ");

        assertThat(answer.texts().getFirst()).doesNotContain("!ping");
    }

    @Test
    void tellsOfASubCommand() {
        bot.as("owner")
                .says("!help plugin info")
                .repliesWith("!plugin info WHAT\n")
                .repliesWith("needs rank 999");
    }

    @Test
    void listsTheCommandsOfAPlugin() {
        var answer = bot.as("ann").says("!help core").repliesWith("\n  !status ");

        assertThat(answer.texts().getFirst()).doesNotContain("!help [");
    }

    @Test
    void completesCommandsAndPlugins() {
        assertThat(bot.as("ann").types("!help pi")).containsExactly("!help ping");
        assertThat(bot.as("ann").types("!help cor")).containsExactly("!help core");
        assertThat(bot.as("ann").types("!help shut")).isEmpty();
        assertThat(bot.as("owner").types("!help plug")).containsExactly("!help plugin");
    }

    @Test
    void refusesPagesThatAreNotThere() {
        bot.as("ann").says("!help core -page 2").isRefused("help.page");
    }

    @Test
    void saysWhichRankACommandNeedsAndNothingMore() {
        var answer = bot.as("ann").says("!help plugin list").isRefused("access.rank");

        answer.repliesWith("!plugin list needs rank 999; yours is 0.");
        assertThat(answer.texts().getFirst()).doesNotContain("Lists");
        bot.as("ann").says("!help plugin").isRefused("help.unknown");
    }

    @Test
    void suggestsTheNearestNameThatTheAskerMayUse() {
        bot.as("ann").says("!help pnig").isRefused("help.unknown").repliesWith("Did you mean ping?");
        bot.as("ann").says("!help plugin lst").repliesWith("Without a name, help lists what there is.");
        bot.as("owner").says("!help plugin lst").repliesWith("Did you mean plugin list?");
        bot.as("ann")
                .says("!help " + "x".repeat(5000))
                .isRefused("help.unknown")
                .repliesWith("xxx… that");
    }

    @Test
    void explainsInTheLanguageOfTheSpace() {
        bot.as("owner").says("!settings set language de").repliesWith("language = de (German)");

        bot.as("ann")
                .says("!help help")
                .repliesWith("Zeigt, worum man bitten kann und wie.")
                .repliesWith("  -page  welche Seite");
        bot.as("ann").says("!help").repliesWith("Zeigt, worum man bitten kann").repliesWith("Answers at once.");
        bot.as("ann").in("annex/lobby").says("!help help").repliesWith("Shows what you can ask for");
    }

    @Test
    void keepsItsExamples() {
        bot.tryExamples();
    }

    @Test
    void leavesNothingBehind() {
        bot.as("ann").says("!help");
        bot.as("ann").says("!help ping");
        bot.unloadsCleanly();
    }
}
