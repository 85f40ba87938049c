package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.link.option.Pace;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the connection, and that the bot hears on. */
class DiscordFaultsTest {
    private static final ChannelId LOBBY = new ChannelId("discord", Payloads.LOBBY);

    /** Looks for deaf shards all the time; JDA asks its questions twice a second. */
    private static final Pace VIGILANT = withPatience(Duration.ofSeconds(2));

    private final RecordingBroker broker = new RecordingBroker();
    private final JdaLog jdaLog = new JdaLog();
    private LoopbackDiscord discord;
    private DiscordConnector connector;

    @BeforeEach
    void open() throws Exception {
        discord = new LoopbackDiscord();
        connector = connector(discord.link(LoopbackRest.TOKEN));
    }

    @AfterEach
    void close() throws Exception {
        connector.stop();
        discord.close();
        jdaLog.close();
        DiscordThreads.assertNone();
    }

    @Test
    void hearsWhatWasSaidWhileTheConnectionWasBroken() throws Exception {
        start();
        discord.gateway().drop();
        discord.says(Payloads.ANN, "meanwhile");

        assertResumed();
        assertHears("meanwhile");
    }

    @Test
    void resumesWhenDiscordAsksItToConnectAgain() throws Exception {
        start();
        discord.gateway().sendAway();
        assertResumed();
        assertHearsOn();
    }

    @Test
    void resumesAfterACloseThatAllowsIt() throws Exception {
        start();
        for (int code : new int[] {1000, 4000, 4008}) {
            discord.gateway().close(code);
            assertResumed();
        }
        assertHearsOn();
    }

    @Test
    void resumesASessionThatDiscordInterruptsButKeeps() throws Exception {
        start();
        discord.gateway().invalidate(true);
        assertResumed();
        assertHearsOn();
    }

    @Test
    void beginsANewSessionWhenItsOwnIsNotValidAnyMore() throws Exception {
        start();
        discord.gateway().invalidate(false);
        assertHandshake("IDENTIFY");
        assertHearsOnSoon();
    }

    @Test
    void connectsAgainWhenItsSignsOfLifeAreNotAnswered() throws Exception {
        discord.gateway().heartbeatEvery(50);
        start();
        discord.gateway().answerHeartbeats(false);

        // JDA ends such a connection in a way that at times interrupts its own resuming, and then begins anew
        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isIn("RESUME", "IDENTIFY");
        discord.gateway().answerHeartbeats(true);
        assertHearsOnSoon();
    }

    @Test
    void findsOutThatASessionIsDeafThoughItsSignsOfLifeAreAnswered() throws Exception {
        connector = connector(discord.link(LoopbackRest.TOKEN).pacing(VIGILANT));
        start();
        discord.gateway().shard(0).stall();
        discord.says(Payloads.ANN, "is anybody there");

        assertResumed();
        assertHears("is anybody there");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void looksAfterItsShardsWhileTheDiskStandsStill(@TempDir Path folder) throws Exception {
        var link = discord.link(LoopbackRest.TOKEN).pacing(VIGILANT).in(folder);
        var stalled = folder.resolve(".discord.health.new"); // whoever writes there waits for a reader
        assertThat(new ProcessBuilder("mkfifo", stalled.toString()).start().waitFor())
                .isZero();
        connector = connector(link);
        start();
        discord.gateway().shard(0).stall();

        assertResumed();
        assertThat(Files.readString(stalled)).contains("shards");
    }

    @Test
    void leavesAQuietSessionThatHearsAlone() throws Exception {
        connector = connector(discord.link(LoopbackRest.TOKEN).pacing(withPatience(Duration.ofMinutes(1))));
        start();
        for (int i = 0; i < 2; i++) {
            assertThat(discord.gateway().questions().poll(60, TimeUnit.SECONDS)).contains(Payloads.BOT);
        }
        assertThat(discord.gateway().handshakes()).isEmpty();
    }

    @Test
    void staysAwayWhenItsTokenIsTakenAndSaysWhatToDo() throws Exception {
        start();
        discord.gateway().close(4004);

        assertSayingFails("discord.stopped", "Take a new one from the developer portal");
        assertThat(connector.health().trouble().orElseThrow()).contains("refused the bot's token");
        assertThat(discord.gateway().handshakes()).isEmpty();
    }

    @Test
    void doesWithoutTheContentOfMessagesWhenDiscordRefusesThat() throws Exception {
        discord.gateway().refuseContent();
        connector.start(broker);

        assertHandshake("IDENTIFY");
        assertHandshake("IDENTIFY");
        assertHearsOn();
        assertThat(connector.health().facts().get("missing")).contains("message content intent");
        assertThat(connector.health().trouble()).isEmpty();
    }

    @Test
    void doesWithoutTheContentOfMessagesWhenDiscordTakesThatAwayLater() throws Exception {
        start();
        discord.gateway().refuseContent();
        discord.gateway().close(4014);

        assertHandshake("IDENTIFY");
        assertHearsOnSoon();
        assertThat(connector.health().facts().get("missing")).contains("message content intent");
    }

    @Test
    void opensAgainWithAsManyShardsAsDiscordWantsNow() throws Exception {
        start();
        discord.recommends(2, 2, 1000);
        discord.gateway().close(4011);

        assertHandshake("IDENTIFY");
        assertHandshake("IDENTIFY");
        assertHearsOnSoon();
    }

    @Test
    void triesOnWhileDiscordIsAwayAndHearsAgainWhenItIsBack() throws Exception {
        start();
        discord.gateway().refuse(4011);
        discord.gateway().close(4011);
        assertHandshake("IDENTIFY");
        assertHandshake("IDENTIFY");

        assertSayingFails("discord.stopped", "spread over other shards");
        discord.gateway().refuse(0);
        assertHearsOnSoon();
        assertThat(connector.health().trouble()).isEmpty();
    }

    @Test
    void waitsWithoutASessionWhenFewAreLeftForTheDayAndLetsTheBotStart() throws Exception {
        discord.recommends(1, 1, 5);
        connector.start(broker);

        assertThat(discord.gateway().handshakes()).isEmpty();
        assertThat(connector.health().trouble().orElseThrow()).contains("sessions");
        assertSayingFails("discord.unreachable", "");
    }

    private static Pace withPatience(Duration patience) {
        var usual = LoopbackDiscord.HASTE;
        return new Pace(
                usual.clock(),
                usual.identify(),
                usual.login(),
                Duration.ofMillis(50),
                patience,
                usual.again(),
                usual.hold(),
                usual.answer());
    }

    private void start() throws Exception {
        connector.start(broker);
        assertHandshake("IDENTIFY");
    }

    private static DiscordConnector connector(LinkOptions link) {
        return new DiscordConnector(new DiscordOptions(link), Offers.inMemory(new VirtualTime(), new KnownCommands()));
    }

    private void assertResumed() throws InterruptedException {
        assertHandshake("RESUME");
    }

    private void assertHandshake(String kind) throws InterruptedException {
        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isEqualTo(kind);
    }

    private void assertHearsOn() throws InterruptedException {
        discord.says(Payloads.ANN, "hello again");
        assertHears("hello again");
    }

    /** A session that is new may still be about to begin. */
    private void assertHearsOnSoon() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            discord.says(Payloads.ANN, "hello again");
            if (!broker.isQuiet()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("hears nothing any more");
    }

    private void assertHears(String text) throws InterruptedException {
        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo(text);
    }

    /** Waits until a message fails with a code, and a sentence that holds some words. */
    private void assertSayingFails(String code, String words) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            var told = failure();
            if (told != null
                    && told.code().equals(code)
                    && String.valueOf(told.getMessage()).contains(words)) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("never fails with " + code + " and " + words + " but " + failure());
    }

    private @Nullable BellhopException failure() {
        try {
            ConnectedTest.now(connector.say(LOBBY, Content.of("x")));
            return null;
        } catch (Exception e) {
            assertThatThrownBy(() -> {
                        throw e.getCause();
                    })
                    .isInstanceOf(BellhopException.class);
            return (BellhopException) e.getCause();
        }
    }
}
