package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people write, of which Discord tells a bot without the intent no more than that they did. */
@Timeout(120)
class WithheldContentTest {
    private static final String MENTION = "<@" + Payloads.BOT + "> ping";

    private final RecordingBroker broker = new RecordingBroker();
    private final JdaLog jdaLog = new JdaLog();
    private LoopbackDiscord discord;
    private DiscordConnector connector;

    @BeforeEach
    void start() throws Exception {
        discord = new LoopbackDiscord();
        discord.gateway().refuseContent();
        connector = new DiscordConnector(
                discord.options(LoopbackRest.TOKEN), Offers.inMemory(new VirtualTime(), new KnownCommands()));
        connector.start(broker);
        jdaLog.forget();
    }

    @AfterEach
    void stop() throws Exception {
        connector.stop();
        discord.close();
        jdaLog.close();
    }

    @Test
    void isNotTakenForAnEmptyMessage() throws Exception {
        discord.says(Payloads.ANN, "");
        var message = discord.says(Payloads.ANN, MENTION);
        assertThat(broker.next(MessageReceived.class).message().id().id()).isEqualTo(message);

        discord.edits(Payloads.ANN, message, "", "2026-11-30T12:00:00+00:00");
        discord.edits(Payloads.ANN, message, MENTION, "2026-11-30T12:00:01+00:00");
        assertThat(broker.next(MessageEdited.class).message().text()).isEqualTo(MENTION);
        assertThat(jdaLog.complaints()).isEmpty();
    }

    @Test
    void isThereInDirectMessages() throws Exception {
        discord.whispers(Payloads.ANN, "hello");
        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("hello");
    }
}
