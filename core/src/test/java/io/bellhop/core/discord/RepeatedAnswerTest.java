package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.CommandCalled;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackInteraction.Shown;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers to calls that are tried again, as the journal does with what Discord did not take. */
class RepeatedAnswerTest {
    private static final Content LONG = Content.of("word ".repeat(900)).keyed("ref.1");

    private final HeldBroker broker = new HeldBroker();
    private final VirtualTime time = new VirtualTime();
    private LoopbackDiscord discord;
    private DiscordConnector connector;

    @BeforeEach
    void start() throws Exception {
        discord = new LoopbackDiscord();
        var calls = CallOptions.of(new AnyCommands(new CompletableFuture<>()), time.clock());
        connector = new DiscordConnector(
                discord.options(LoopbackRest.TOKEN), Offers.inMemory(time, new KnownCommands()), calls);
        connector.start(broker);
    }

    @AfterEach
    void stop() throws Exception {
        connector.stop();
        discord.close();
    }

    private MessageId called() throws InterruptedException {
        return broker.next(CommandCalled.class).message().id();
    }

    @Test
    void goOnWhereDiscordHasTakenOnlySome() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        discord.rest().answerOnce("POST", "webhooks/", LoopbackRest.Answer.error(500, 0, "Down"));
        assertThatThrownBy(() -> ConnectedTest.now(connector.reply(id, LONG))).isNotNull();
        var receipt = ConnectedTest.now(connector.reply(id, LONG));
        assertThat(call.messages()).hasSize(3);
        assertThat(receipt.messages())
                .extracting(MessageId::id)
                .containsExactlyElementsOf(
                        call.messages().stream().map(Shown::id).toList());
    }

    @Test
    void sayThatTheyMayBeRepeatsWhereNobodyCanTell() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        discord.rest().answerOnce("POST", "webhooks/", LoopbackRest.Answer.error(500, 0, "Down"));
        assertThatThrownBy(() -> ConnectedTest.now(connector.reply(id, LONG))).isNotNull();
        ConnectedTest.now(connector.reply(id, LONG));
        assertThat(call.messages().getLast().content())
                .endsWith("word\n(this may be a repeat: the connection was lost)");
        assertThat(call.messages())
                .filteredOn(shown -> shown.content().contains("repeat"))
                .hasSize(1);
    }

    @Test
    void sayNothingOfRepeatsThatTakeTheSamePlace() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        var content = Content.of("once").keyed("ref.3");
        discord.rest().answerOnce("PATCH", "webhooks/", LoopbackRest.Answer.error(500, 0, "Down"));
        assertThatThrownBy(() -> ConnectedTest.now(connector.reply(id, content)))
                .isNotNull();
        ConnectedTest.now(connector.reply(id, content));
        assertThat(call.messages()).extracting(Shown::content).containsExactly("once");
    }

    @Test
    void sayNothingOfRepeatsWhereAFileCanNotBeRead() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        var unreadable = LONG.with(UnreadableFileTest.failing("a.txt", new IOException("gone")));
        assertThat(ConnectedTest.now(connector.reply(id, unreadable)).messages())
                .hasSize(3);
        assertThat(call.messages()).hasSize(3);
        assertThat(call.messages().getLast().content()).endsWith("\n(`a.txt` can't be read)");
    }

    @Test
    void showNothingTwice() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        var first = ConnectedTest.now(connector.reply(id, Content.of("once").keyed("ref.2")));
        assertThat(ConnectedTest.now(connector.reply(id, Content.of("once").keyed("ref.2"))))
                .isEqualTo(first);
        assertThat(call.messages()).hasSize(1);
    }
}
