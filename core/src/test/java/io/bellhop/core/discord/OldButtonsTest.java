package io.bellhop.core.discord;

import static io.bellhop.core.discord.RestartedBot.button;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.plugin.roster.PluginState;
import java.nio.file.Path;
import java.time.Duration;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Buttons that were there before the bot, or their plugin, was started anew. */
@Timeout(120)
class OldButtonsTest {
    @TempDir
    private Path home;

    private RestartedBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = new RestartedBot(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void fireTheirCommandAsWhoeverPresses() throws Exception {
        var message = roll();
        bot.restarts();

        press(Payloads.ANN, button(message, 0));
        assertThat(bot.said().getString("content")).isEqualTo("ann rolled mine");
        press(Payloads.BEN, button(message, 1));
        assertThat(bot.said().getString("content")).isEqualTo("ben rolled ours");
    }

    @Test
    void areAcknowledgedBeforeAnythingElse() throws Exception {
        var message = roll();
        bot.restarts();
        press(Payloads.ANN, button(message, 0));
        bot.said();

        var sent = bot.discord().rest().log();
        var acknowledged = sent.stream()
                .filter(request -> request.is("POST", "interactions/"))
                .findFirst()
                .orElseThrow();
        assertThat(acknowledged.json().getInt("type")).isEqualTo(6);
        assertThat(sent.indexOf(acknowledged)).isLessThan(sent.size() - 1);
    }

    @Test
    void stayClosedToOthers() throws Exception {
        var message = roll();
        bot.restarts();
        press(Payloads.BEN, button(message, 0));
        assertThat(bot.refused()).contains("for the person who asked");
    }

    @Test
    void offerWhatFollowsToWhoeverPressed() throws Exception {
        var message = roll();
        bot.restarts();
        press(Payloads.BEN, button(message, 1));
        var bens = bot.said();
        press(Payloads.ANN, button(bens, 0));
        assertThat(bot.refused()).contains("for the person who asked");
        press(Payloads.BEN, button(bens, 0));
        assertThat(bot.said().getString("content")).isEqualTo("ben rolled mine");
    }

    @Test
    void areCheckedAsWhoeverPressesNow() throws Exception {
        var message = roll();
        bot.restarts();
        bot.requireApproval("roll");
        press(Payloads.BEN, button(message, 1));
        assertThat(bot.said().getString("content")).contains("**ben** asks to run this", "roll ours");
    }

    @Test
    void saySoOnceTheyHaveExpired() throws Exception {
        var message = roll();
        bot.restarts(Duration.ofDays(31));
        press(Payloads.ANN, button(message, 0));
        assertThat(bot.refused()).isEqualTo("This choice is no longer open. Run the command again.");
    }

    @Test
    void saySoIfTheyAreForged() throws Exception {
        roll();
        bot.restarts();
        press(Payloads.ANN, "f".repeat(32) + ".1");
        assertThat(bot.refused()).isEqualTo("This choice is no longer open. Run the command again.");
    }

    @Test
    void saySoWhenTheirPluginIsAway() throws Exception {
        var message = roll();
        bot.deleteDice();
        bot.restarts();
        press(Payloads.ANN, button(message, 0));
        assertThat(bot.refused())
                .isEqualTo("The plugin dice, which offered this, is not running. Pick it again when it is back.");
        bot.loadDice();
        press(Payloads.ANN, button(message, 0));
        assertThat(bot.said().getString("content")).isEqualTo("ann rolled mine");
    }

    @Test
    void outliveTheReloadOfTheirPlugin() throws Exception {
        var message = roll();
        assertThat(bot.plugins().unload("dice").state()).isEqualTo(PluginState.UNLOADED);
        press(Payloads.ANN, button(message, 0));
        assertThat(bot.refused()).contains("The plugin dice, which offered this, is not running.");
        bot.loadDice();
        press(Payloads.ANN, button(message, 0));
        assertThat(bot.said().getString("content")).isEqualTo("ann rolled mine");
    }

    @Test
    void approveWithOnePressButNeverByTheAsker() throws Exception {
        bot.requireApproval("ping");
        bot.discord().says(Payloads.ANN, "!ping now");
        var question = bot.said();
        bot.restarts();
        bot.requireApproval("ping");

        press(Payloads.ANN, button(question, 0));
        assertThat(bot.said().getString("content")).contains("Nobody approves of what they asked for themselves");
        press(Payloads.BEN, button(question, 0));
        assertThat(bot.said().getString("content") + bot.said().getString("content"))
                .contains("Approved. It runs now.", "pong now");
    }

    @Test
    void approveOfNothingWhoseMessageIsGoneSinceTheRestart() throws Exception {
        bot.requireApproval("ping");
        var one = bot.discord().says(Payloads.ANN, "!ping one");
        var first = bot.said();
        var two = bot.discord().says(Payloads.ANN, "!ping two");
        var second = bot.said();
        bot.restarts();
        bot.discord().deletes(one);
        bot.discord().deletesAll(two);

        press(Payloads.BEN, button(first, 0));
        assertThat(bot.said().getString("content")).contains("approval.unknown");
        press(Payloads.BEN, button(second, 0));
        assertThat(bot.said().getString("content")).contains("approval.unknown");
    }

    @Test
    void areShownToAndForgottenForWhoeverAsked() throws Exception {
        var message = roll();
        bot.restarts();
        bot.discord().says(Payloads.ANN, "!export me");
        var export = bot.discord().next("POST", "channels/" + Payloads.DIRECT + "/messages");
        assertThat(export.json().getString("content")).contains("**core choices**: choices (2)");
        assertThat(export.body()).contains("\"command\" : \"roll mine\"");

        bot.discord().says(Payloads.ANN, "!forget me -yes");
        assertThat(bot.whispered().getString("content")).contains("**core choices**: choices (2)");
        press(Payloads.ANN, button(message, 0));
        assertThat(bot.refused()).contains("no longer open");
    }

    private DataObject roll() throws Exception {
        bot.loadDice();
        bot.discord().says(Payloads.ANN, "!roll 2d6");
        return bot.said();
    }

    private void press(String user, String button) {
        bot.discord().presses(user, button);
    }
}
