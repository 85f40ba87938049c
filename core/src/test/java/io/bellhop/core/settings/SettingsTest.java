package io.bellhop.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Rank;
import io.bellhop.core.app.HomeBot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people set in chat for commands: their prefix, where they are answered, which are disabled. */
class SettingsTest {
    @TempDir
    private Path home;

    private HomeBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = HomeBot.at(home);
        bot.rank("adam", Rank.ADMIN);
        bot.rank("mo", Rank.MODERATOR);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void changesThePrefixOfASpaceAtOnce() {
        assertThat(bot.answer("adam", "!settings set prefix ?"))
                .isEqualTo("Set for this space. Here it is prefix = ? (this space).");
        assertThat(bot.answer("ann", "?ping")).isEqualTo("pong");
        assertThat(bot.says("ann", "!ping")).isEmpty();
        assertThat(bot.saysIn("annex/lobby", "ann", "!ping")).containsExactly("pong");
        assertThat(bot.answer("ann", "?pimg")).contains("Did you mean ?ping?");
    }

    @Test
    void takesTheLanguagesThatThereAre() {
        assertThat(bot.answer("adam", "!settings set language pt_br"))
                .isEqualTo("Set for this space. Here it is language = pt-BR (Portuguese (Brazil)) (this space).");
        assertThat(bot.answer("owner", "!settings set -bot language DE")).contains("Set for the whole bot.");
        assertThat(bot.saysIn("annex/lobby", "mo", "!settings get language")).isNotEmpty();
        for (var wrong : new String[] {"xx", "german", "de-XX", "d", "de-", "\"\""}) {
            assertRefused("language " + wrong, "settings.value");
        }
        assertThat(bot.answer("adam", "!settings set language xx")).startsWith("That is no language that is known:");
    }

    @Test
    void alwaysHearsItsName() {
        bot.says("adam", "!settings set prefix ?");
        assertThat(bot.answer("ann", "@bellhop ping")).isEqualTo("pong");
        assertThat(bot.answer("adam", "@bellhop settings reset prefix"))
                .isEqualTo("Reset for this space. Here it is prefix = ! (default).");
        assertThat(bot.answer("ann", "!ping")).isEqualTo("pong");
    }

    @Test
    void remembersItOverARestart() throws Exception {
        bot.says("adam", "!settings set prefix ?");
        bot.says("owner", "?settings set -bot prefix $");
        bot.close();
        bot = HomeBot.at(home);
        assertThat(bot.answer("ann", "?ping")).isEqualTo("pong");
        assertThat(bot.saysIn("annex/lobby", "ann", "$ping")).containsExactly("pong");
        assertThat(bot.saysIn("@ann", "ann", "$ping")).containsExactly("pong");
    }

    @Test
    void prefersTheSpaceToTheBotAndTheBotToTheFile() throws Exception {
        bot.close();
        Files.writeString(home.resolve("bellhop.yaml"), "prefix: '%'\n");
        bot = HomeBot.at(home);
        assertThat(bot.answer("owner", "%settings get prefix")).endsWith("in bellhop.yaml: %");
        bot.says("owner", "%settings set -bot prefix $");
        assertThat(bot.answer("ann", "$ping")).isEqualTo("pong");
        bot.says("owner", "$settings set prefix ?");
        assertThat(bot.answer("ann", "?ping")).isEqualTo("pong");
        assertThat(bot.answer("owner", "?settings get prefix"))
                .contains("for this space: ?", "for the whole bot: $", "in bellhop.yaml: %");
    }

    @Test
    void tellsLookAlikesApart() {
        assertThat(bot.answer("adam", "!settings set prefix \uff01")).contains("prefix = \uff01 (U+FF01) (this space)");
        assertThat(bot.says("ann", "!ping")).isEmpty();
        assertThat(bot.answer("ann", "\uff01ping")).isEqualTo("pong");
    }

    @Test
    void refusesAPrefixThatCantBeSeenOrTyped() {
        assertRefused("prefix \u202e!", "settings.value");
        assertRefused("prefix !\u200b", "settings.value");
        assertRefused("prefix \u0007", "settings.value");
        assertRefused("prefix a b", "settings.value");
        assertRefused("prefix bot", "settings.value");
        assertRefused("prefix \"\"", "settings.value");
        assertRefused("prefix", "settings.value");
        assertRefused("prefix " + "!".repeat(17), "settings.value");
        assertRefused("prefix '; DROP TABLE setting; --", "settings.value");
        assertThat(bot.answer("ann", "!ping")).isEqualTo("pong");
    }

    @Test
    void bearsAValueOfTenMegabytes() {
        assertThat(bot.answer("adam", "!settings set prefix " + "x".repeat(10 << 20)))
                .contains("A value has at most 2000 characters.");
        assertThat(bot.answer("adam", "!settings set " + "x".repeat(10 << 20) + " !"))
                .contains("settings.unknown")
                .hasSizeLessThan(300);
    }

    @Test
    void looksAtTheRankThatTheReachTakes() {
        assertThat(bot.answer("ann", "!settings list")).contains("access.rank");
        assertThat(bot.answer("mo", "!settings set disabled ping")).contains("Set for this channel.");
        assertThat(bot.answer("mo", "!settings set prefix ?")).contains("needs rank 900; yours is 500", "access.rank");
        assertThat(bot.answer("adam", "!settings set -bot prefix ?")).contains("needs rank 999");
        assertThat(bot.answer("adam", "!settings reset -bot prefix")).contains("needs rank 999");
        assertThat(bot.saysIn("annex/lobby", "adam", "!settings set prefix ?"))
                .singleElement()
                .asString()
                .contains("access.rank");
    }

    @Test
    void disablesCommandsInAChannelASpaceOrEverywhere() {
        bot.says("mo", "!settings set disabled ping, plugin");
        assertThat(bot.answer("ann", "!ping")).isEqualTo("pong");
        bot.says("mo", "!settings set disabled PING");
        assertThat(bot.answer("ann", "!ping")).contains("disabled in this channel", "settings.disabled");
        assertThat(bot.answer("owner", "!ping")).contains("settings.disabled");
        assertThat(bot.saysIn("hall", "ann", "!ping")).containsExactly("pong");
        bot.says("adam", "!settings set -space -confirm disabled ping");
        bot.says("mo", "!settings reset disabled");
        assertThat(bot.answer("ann", "!ping")).contains("disabled in this space");
        assertThat(bot.saysIn("annex/lobby", "ann", "!ping")).containsExactly("pong");
        bot.says("owner", "!settings set -bot -confirm disabled ping");
        assertThat(bot.saysIn("annex/lobby", "ann", "!ping"))
                .singleElement()
                .asString()
                .contains("disabled in the whole bot");
    }

    @Test
    void disablesAllThatBeginsSo() {
        bot.says("mo", "!settings set disabled schedule");
        assertThat(bot.answer("ann", "!schedule list")).contains("settings.disabled");
        assertThat(bot.answer("ann", "!ping")).doesNotContain("settings.disabled");
    }

    @Test
    void asksBeforeItTakesCommandsFromManyPeople() {
        assertThat(bot.answer("adam", "!settings set -space disabled ping, status"))
                .isEqualTo("Nobody could run ping, status any more in this space. Nothing was changed yet.\n1) Do it");
        assertThat(bot.answer("ann", "!ping")).isEqualTo("pong");
        assertThat(bot.answer("adam", "!settings set -space -confirm disabled ping, status"))
                .contains("Set for this space.");
        assertThat(bot.answer("adam", "!settings set -space disabled ping")).contains("Set for this space.");
        assertThat(bot.answer("owner", "!settings set -bot disabled ping")).contains("in the whole bot. Nothing was");
    }

    @Test
    void asksBeforeItTakesChannelsFromManyPeople() {
        assertThat(bot.answer("adam", "!settings set channels hall"))
                .isEqualTo(
                        "Only admins would be answered outside of #hall in this space. Nothing was changed yet.\n1) Do it");
        assertThat(lastChoice()).isEqualTo("settings set -space -confirm channels hall");
        assertThat(bot.answer("adam", "!" + lastChoice())).contains("Set for this space.");
        assertThat(bot.answer("adam", "!settings set channels hall, lobby")).contains("Set for this space.");
        assertThat(bot.answer("adam", "!settings set channels lobby")).contains("Nothing was changed yet.\n1) Do it");
    }

    private String lastChoice() {
        return bot.connector().sent().getLast().content().choices().getFirst().invocation();
    }

    @Test
    void neverDisablesWhatEnables() {
        assertRefused("disabled settings", "can't be disabled");
        assertRefused("disabled settings set", "can't be disabled");
        assertRefused("disabled ping, plugin list", "can't be disabled");
        assertRefused("disabled shutdown", "can't be disabled");
        assertRefused("disabled forget me, export", "can't be disabled");
        assertRefused("disabled approve", "can't be disabled");
        assertRefused("disabled deny", "can't be disabled");
        assertRefused("disabled cancel", "can't be disabled");
        assertRefused("disabled pimg", "Did you mean ping?");
    }

    @Test
    void answersInAllowedChannelsOnlyButAdminsEverywhere() {
        assertThat(bot.answer("adam", "!settings set -confirm channels #hall, hall"))
                .contains("channels = #hall (this space)");
        assertThat(bot.saysIn("hall", "ann", "!ping")).containsExactly("pong");
        assertThat(bot.answer("ann", "!ping")).contains("not answered in this channel", "settings.channel");
        assertThat(bot.says("ann", "!ping")).as("told once").isEmpty();
        assertThat(bot.says("bob", "!nothing")).as("but talk").isEmpty();
        assertThat(bot.answer("adam", "!ping")).isEqualTo("pong");
        assertThat(bot.saysIn("annex/lobby", "ann", "!ping")).containsExactly("pong");
        assertThat(bot.saysIn("@ann", "ann", "!ping")).containsExactly("pong");
        bot.time().advance(Duration.ofMinutes(2));
        assertThat(bot.answer("ann", "!ping")).contains("settings.channel");
    }

    @Test
    void allowsOnlyChannelsOfTheSpace() {
        assertRefused("channels annex/lobby", "no channel annex/lobby in this space");
        assertThat(bot.saysIn("annex/lobby", "owner", "!settings set -confirm channels #lobby"))
                .singleElement()
                .asString()
                .contains("channels = #lobby (this space)");
        assertRefused("-channel channels hall", "can't be set for this channel");
        assertRefused("channels ,", "Name at least one channel");
        assertThat(bot.saysIn("@owner", "owner", "!settings set channels hall"))
                .singleElement()
                .asString()
                .contains("no space here");
    }

    @Test
    void helpsWhoMistypes() {
        assertRefused("prefx ?", "Did you mean prefix?");
        assertRefused("-space -bot prefix ?", "Say one of");
        assertThat(bot.answer("adam", "!settings reset prefix")).contains("settings.unset");
        assertThat(bot.answer("adam", "!settings reset prefx")).contains("Did you mean prefix?");
        assertThat(bot.answer("adam", "!settings list pre")).isEqualTo("prefix = ! (default)");
    }

    private void assertRefused(String line, String why) {
        assertThat(bot.answer("adam", "!settings set " + line)).contains(why);
    }
}
