package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The connector, with the real JDA, at a Discord on the loopback interface. JDA must not complain. */
abstract class ConnectedTest {
    static final ChannelId LOBBY = new ChannelId("discord", Payloads.LOBBY);
    static final UserId ANN = new UserId("discord", Payloads.ANN);
    static final String MESSAGES = "channels/" + Payloads.LOBBY + "/messages";

    final RecordingBroker broker = new RecordingBroker();
    final KnownCommands commands = new KnownCommands();
    final JdaLog jdaLog = new JdaLog();
    LoopbackDiscord discord;
    DiscordConnector connector;

    @BeforeEach
    void start() throws Exception {
        discord = new LoopbackDiscord();
        connector =
                new DiscordConnector(discord.options(LoopbackRest.TOKEN), Offers.inMemory(new VirtualTime(), commands));
        connector.start(broker);
    }

    @AfterEach
    void stop() throws Exception {
        connector.stop();
        discord.close();
        jdaLog.close();
        assertThat(jdaLog.complaints()).isEmpty();
    }

    MessageId heard() throws InterruptedException {
        discord.says(Payloads.ANN, "!ping");
        return broker.next(MessageReceived.class).message().id();
    }

    String key() throws InterruptedException {
        var row = discord.next("POST", MESSAGES).json().getArray("components").getObject(0);
        return row.getArray("components").getObject(0).getString("custom_id");
    }

    /** Waits for what only the one who pressed a button reads. */
    String refusal() throws InterruptedException {
        var told = discord.next("POST", "webhooks/").json();
        assertThat(told.getInt("flags")).isEqualTo(64);
        return told.getString("content");
    }

    static String mentions(DataObject sent) {
        var allowed = sent.getObject("allowed_mentions");
        return "" + allowed.getArray("parse")
                + allowed.optArray("users").map(Object::toString).orElse("") + allowed.getBoolean("replied_user");
    }

    static <T> T now(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    static void assertFails(CompletionStage<Receipt> answer, String code) {
        assertThatThrownBy(() -> now(answer))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(BellhopException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTOR);
                });
    }
}
