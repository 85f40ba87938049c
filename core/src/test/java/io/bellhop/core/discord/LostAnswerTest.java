package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.CommandCalled;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackInteraction.Shown;
import io.bellhop.core.discord.loopback.LoopbackInteraction.Thinking;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.LoopbackRest.Answer;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Discord does what it is asked, but its answer never arrives, so that it is asked again. */
class LostAnswerTest {
    private static final UserId ANN = new UserId("discord", Payloads.ANN);

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

    @Test
    void aCommandRunsWhoseAcknowledgementWasTaken() throws Exception {
        losesAnswerTo("POST", "/callback");
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        ConnectedTest.now(connector.reply(id, Content.of("done")));
        assertThat(call.messages()).extracting(Shown::content).containsExactly("done");
    }

    @Test
    void aCommandThatAnotherProcessHasTakenDoesNotRun() throws Exception {
        discord.rest()
                .answerOnce(
                        "POST", "/callback", Answer.error(400, 40_060, "Interaction has already been acknowledged."));
        discord.interactions().calls(Payloads.ANN, "write");
        discord.next("POST", "/callback");
        var other = discord.interactions().calls(Payloads.ANN, "write");
        assertThat(called().id()).contains(other.id);
    }

    @Test
    void aPressIsAnsweredWhoseAcknowledgementWasTaken() throws Exception {
        losesAnswerTo("POST", "/callback");
        var press = discord.interactions().presses(Payloads.ANN, "forged");
        assertThat(press.shown().ephemeral()).isTrue();
    }

    @Test
    void aWhisperIsReadThoughNobodyKnowsWhetherTheBotStillSeemsToThink() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        losesAnswerTo("DELETE", "webhooks/");
        ConnectedTest.now(connector.whisper(ANN, id, Content.of("secret").keyed("ref.0")));
        assertThat(call.thinking()).isEqualTo(Thinking.NO_MORE);
        assertThat(call.messages()).extracting(Shown::content).containsExactly("secret");
    }

    @Test
    void anAnswerCanBeDeletedTwice() throws Exception {
        discord.interactions().calls(Payloads.ANN, "write");
        var answer = ConnectedTest.now(connector.reply(called(), Content.of("x")));
        assertThat(ConnectedTest.now(connector.delete(answer))).isTrue();
        assertThat(ConnectedTest.now(connector.delete(answer))).isTrue();
    }

    private MessageId called() throws InterruptedException {
        return broker.next(CommandCalled.class).message().id();
    }

    private void losesAnswerTo(String method, String path) {
        var isLost = new AtomicBoolean();
        discord.rest().route(request -> {
            var answer = discord.interactions().answer(request);
            return request.is(method, path) && isLost.compareAndSet(false, true)
                    ? Optional.of(Answer.error(502, 0, "Bad Gateway"))
                    : answer;
        });
    }
}
