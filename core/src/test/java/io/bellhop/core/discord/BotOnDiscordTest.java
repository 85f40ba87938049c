package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.app.Bot;
import io.bellhop.core.app.BotParts;
import io.bellhop.core.app.Home;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.telemetry.trace.Tracing;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole bot, from a message on Discord to its answer there. */
class BotOnDiscordTest {
    private static final String MESSAGES = "channels/" + Payloads.LOBBY + "/messages";

    @TempDir
    private Path home;

    private final SystemTime time = new SystemTime();
    private LoopbackDiscord discord;
    private Bot bot;

    @BeforeEach
    void start() throws Exception {
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        bot = new Bot(new BotParts(
                new Home(home),
                configuration,
                configuration.bind(CoreConfig.class, ""),
                Set.of(new UserId("discord", "999")),
                time,
                new Random(1),
                Tracing.NONE));
        bot.start();
        discord = new LoopbackDiscord();
        bot.connect(new DiscordConnector(discord.options(LoopbackRest.TOKEN), bot.part(Offers.class)));
    }

    @AfterEach
    void stop() throws Exception {
        bot.stop();
        time.close();
        discord.close();
    }

    @Test
    void answersACommandByAReplyToItsMessage() throws Exception {
        var message = discord.says(Payloads.ANN, "!ping @everyone");
        var reply = discord.next("POST", MESSAGES).json();
        assertThat(reply.getObject("message_reference").getString("message_id")).isEqualTo(message);
        assertThat(reply.getString("content")).isEqualTo("pong \\@everyone");
        assertThat(reply.getObject("allowed_mentions").getArray("parse").length())
                .isZero();
    }

    @Test
    void takesAMentionForThePrefix() throws Exception {
        discord.says(Payloads.ANN, "<@" + Payloads.BOT + "> ping");
        assertThat(discord.next("POST", MESSAGES).json().getString("content")).isEqualTo("pong");
    }

    @Test
    void saysInItsStatusHowTheLinkIs() throws Exception {
        discord.says("999", "!status");
        var card = discord.next("POST", MESSAGES).json().getArray("embeds").getObject(0);
        assertThat(card.toString())
                .contains("discord: shards 1 of 1 up: shard 0 answers in ", "rate limits met: 0", "under way");
    }

    @Test
    void refusesWhatNeedsAnOwner() throws Exception {
        discord.says(Payloads.ANN, "!plugin list");
        assertThat(discord.next("POST", MESSAGES).json().getString("content")).contains("This needs rank 999");
    }
}
