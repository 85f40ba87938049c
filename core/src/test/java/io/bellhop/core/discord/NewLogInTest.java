package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.CommandCalled;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.LoopbackInteraction.Shown;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.LoopbackRest.Answer;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands are under way while the bot has to log in anew. */
class NewLogInTest {
    private static final Content ANSWER = Content.of("the answer").keyed("ref.0");

    private final HeldBroker broker = new HeldBroker();
    private final VirtualTime time = new VirtualTime();
    private LoopbackDiscord discord;
    private DiscordConnector connector;
    private LoopbackInteraction call;
    private MessageId id;

    @BeforeEach
    void call() throws Exception {
        discord = new LoopbackDiscord();
        var calls = CallOptions.of(new AnyCommands(new CompletableFuture<>()), time.clock());
        connector = new DiscordConnector(
                discord.options(LoopbackRest.TOKEN), Offers.inMemory(time, new KnownCommands()), calls);
        connector.start(broker);
        awaitLogIn();
        call = discord.interactions().calls(Payloads.ANN, "write");
        id = broker.next(CommandCalled.class).message().id();
    }

    @AfterEach
    void stop() throws Exception {
        connector.stop();
        discord.close();
    }

    @Test
    void theirCallsAreAnsweredThroughTheNewSession() throws Exception {
        logInAnew();
        ConnectedTest.now(connector.reply(id, ANSWER));
        assertThat(call.messages()).extracting(Shown::content).containsExactly("the answer");
    }

    @Test
    void anAnswerThatWaitedIsTriedAgain() throws Exception {
        var slow = Map.of("Via", "1.1 google", "Retry-After", "60");
        discord.rest().answerOnce("PATCH", "webhooks/", new Answer(429, slow, "{\"retry_after\":60,\"global\":false}"));
        var waiting = connector.reply(id, ANSWER);
        discord.next("PATCH", "webhooks/");
        logInAnew();
        assertThat(waiting.toCompletableFuture()).failsWithin(Duration.ofSeconds(60));
        ConnectedTest.now(connector.reply(id, ANSWER));
        assertThat(call.messages()).extracting(Shown::content).containsExactly("the answer");
    }

    private void logInAnew() throws Exception {
        discord.gateway().close(4011);
        awaitLogIn();
    }

    private void awaitLogIn() throws InterruptedException {
        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isEqualTo("IDENTIFY");
        discord.says(Payloads.ANN, "hello");
        broker.next(MessageReceived.class);
    }
}
