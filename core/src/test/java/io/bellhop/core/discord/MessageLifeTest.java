package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.LoopbackInteractions;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.discord.loopback.Scene;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Edited and deleted messages, and names of people that are made to deceive. */
@Timeout(120)
class MessageLifeTest {
    private static final String MESSAGES = "channels/" + Payloads.LOBBY + "/messages";
    private static final String DICE = """
            @ChatPlugin public final class Main {
              @Command(name = "calc", help = "Runs.", rerunOnEdit = true)
              String calc(CodeBlock code) { return "ran " + code.code(); }
            }""";

    @TempDir
    private Path home;

    private RestartedBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = new RestartedBot(home);
        bot.load("dice", DICE);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void changeTheAnswerInItsPlace() throws Exception {
        var message = bot.discord().says(Payloads.ANN, "!calc\n```\n1\n```");
        assertThat(bot.said().getString("content")).isEqualTo("ran 1");
        bot.discord().edits(Payloads.ANN, message, "!calc\n```\n2\n```", "2026-11-21T18:00:00Z");
        var edit = bot.discord().next("PATCH", MESSAGES).json();
        assertThat(edit.getString("content")).isEqualTo("ran 2");
        assertThat(ConnectedTest.mentions(edit)).isEqualTo("[]false");
    }

    @Test
    void takeTheAnswerAlong() throws Exception {
        var message = bot.discord().says(Payloads.ANN, "!calc\n```\n1\n```");
        bot.said();
        bot.discord().says(Payloads.BEN, "!ping");
        assertThat(bot.said().getString("content")).as("all before is done").isEqualTo("pong");
        bot.discord().deletes(message);
        bot.discord().next("DELETE", MESSAGES);
    }

    @Test
    void showNamesAsTheyAreAndMentionNobody() throws Exception {
        bot.load("trials", CallTrials.SOURCE);
        var name = "@everyone **ann**\u202e\u200b<@&1>";
        var call = bot.discord()
                .interactions()
                .calls(Scene.lobby(Payloads.ANN).called(name), "echo", LoopbackInteractions.option("words", "hi"));
        var answer = call.shown();
        assertThat(answer.content())
                .startsWith("\\@everyone \\*\\*ann\\*\\*")
                .endsWith("\\<@&1>: hi")
                .doesNotContain("\u202e", "\u200b");
        assertThat(ConnectedTest.mentions(answer.json())).isEqualTo("[]false");
    }
}
