package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.CommandCalled;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.link.option.Pace;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.LoopbackInteraction.Shown;
import io.bellhop.core.discord.loopback.LoopbackInteraction.Thinking;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.LoopbackRest.Answer;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Discord does what it is asked, but its answer never arrives, so that it is asked again. */
class LostAnswerTest {
    private static final Pace IMPATIENT = new Pace(
            InstantSource.system(),
            Duration.ofMillis(10),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofSeconds(1));
    private static final Content LENGTHY = Content.of("word ".repeat(700)).keyed("ref.1");
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
                new DiscordOptions(discord.link(LoopbackRest.TOKEN).pacing(IMPATIENT)),
                Offers.inMemory(time, new KnownCommands()),
                calls);
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
    void whatFollowsAnAnswerIsNotRepeatedWithoutAWord() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        losesAnswerTo("POST", "webhooks/");
        ConnectedTest.assertFails(connector.reply(id, LENGTHY), "discord.unreachable");
        assertThat(call.messages()).hasSize(2);
        ConnectedTest.now(connector.reply(id, LENGTHY));
        assertSaysOnceThatItMayBeARepeat(call);
    }

    @Test
    void norWhatFollowsAnEdit() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var progress = ConnectedTest.now(connector.reply(called(), Content.of("working")));
        losesAnswerTo("POST", "webhooks/");
        ConnectedTest.assertFails(connector.edit(progress, LENGTHY), "discord.unreachable");
        ConnectedTest.now(connector.edit(progress, LENGTHY));
        assertSaysOnceThatItMayBeARepeat(call);
    }

    @Test
    void norWhatFollowsWhenTheAnswerIsLate() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var id = called();
        var late = new CompletableFuture<Void>();
        discord.rest().answerLater("POST", "webhooks/", late);
        var first = connector.reply(id, LENGTHY);
        ConnectedTest.assertFails(first, "discord.unreachable");
        late.complete(null);
        ConnectedTest.now(connector.reply(id, LENGTHY));
        assertSaysOnceThatItMayBeARepeat(call);
    }

    @Test
    void anEditThatIsTriedAgainGoesOnWhereItEnded() throws Exception {
        var call = discord.interactions().calls(Payloads.ANN, "write");
        var progress = ConnectedTest.now(connector.reply(called(), Content.of("working")));
        var content = Content.of("word ".repeat(1300)).keyed("ref.1");
        var posts = new AtomicInteger();
        discord.rest()
                .route(request -> request.is("POST", "webhooks/") && posts.incrementAndGet() == 2
                        ? Optional.of(Answer.error(500, 0, "Down"))
                        : discord.interactions().answer(request));
        ConnectedTest.assertFails(connector.edit(progress, content), "discord.unreachable");
        var edited = ConnectedTest.now(connector.edit(progress, content));
        assertThat(edited.messages())
                .extracting(MessageId::id)
                .containsExactlyElementsOf(
                        call.messages().stream().map(Shown::id).toList())
                .hasSize(4);
    }

    @Test
    void noSecondThreadIsBegun() throws Exception {
        discord.rest().answerOnce("POST", "/threads", Answer.error(502, 0, "Bad Gateway"));
        ConnectedTest.assertFails(
                connector.thread(ConnectedTest.LOBBY, "war", Content.of("first")), "discord.unreachable");
        assertThat(discord.rest().log())
                .filteredOn(request -> request.is("POST", "/threads"))
                .hasSize(1);
    }

    @Test
    void anAnswerCanBeDeletedTwice() throws Exception {
        discord.interactions().calls(Payloads.ANN, "write");
        var answer = ConnectedTest.now(connector.reply(called(), Content.of("x")));
        assertThat(ConnectedTest.now(connector.delete(answer))).isTrue();
        assertThat(ConnectedTest.now(connector.delete(answer))).isTrue();
    }

    private static void assertSaysOnceThatItMayBeARepeat(LoopbackInteraction call) {
        assertThat(call.messages()).hasSize(3);
        assertThat(call.messages().getLast().content()).contains("may be a repeat");
        assertThat(call.messages())
                .filteredOn(shown -> shown.content().contains("repeat"))
                .hasSize(1);
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
