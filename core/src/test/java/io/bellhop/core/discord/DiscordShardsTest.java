package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.link.option.Pace;
import io.bellhop.core.discord.link.option.ShardRange;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bot in so many servers that its events come over several connections. */
class DiscordShardsTest {
    /** Of two shards the second hears of it. */
    private static final String FAR = Long.toString(200_000_000_000_000_001L + (1L << 22));

    private static final String FAR_LOBBY = "300000000000000077";

    private final RecordingBroker broker = new RecordingBroker();
    private LoopbackDiscord discord;
    private DiscordConnector connector;
    private volatile Thread starter = Thread.currentThread();

    @BeforeEach
    void open() throws Exception {
        discord = new LoopbackDiscord();
        discord.gateway().add(Payloads.guild(FAR, FAR_LOBBY, "far"));
        connector = connector(discord.link(LoopbackRest.TOKEN));
    }

    @AfterEach
    void close() throws Exception {
        connector.stop();
        discord.close();
        DiscordThreads.assertNone();
    }

    @Test
    void runsAsManyAsDiscordRecommendsAndIsStartedWhenAllAreUp() throws Exception {
        discord.recommends(2, 2, 1000);
        start(ShardRange.AUTOMATIC);

        writesFarAway("!ping");
        var far = broker.next(MessageReceived.class).message();
        ConnectedTest.now(connector.reply(far.id(), Content.of("pong")));
        discord.says(Payloads.ANN, "!ping");
        broker.next(MessageReceived.class);

        discord.next("POST", "channels/" + FAR_LOBBY + "/messages");
        assertIdentified(2);
        assertThat(connector.health().facts().get("shards"))
                .matches("2 of 2 up: shard 0 answers in -?\\d+ ms, shard 1 answers in -?\\d+ ms");
    }

    @Test
    void findsChannelsRolesAndPeopleWhicheverShardTheyAreOn() throws Exception {
        discord.recommends(2, 2, 1000);
        start(ShardRange.AUTOMATIC);

        assertThat(ConnectedTest.now(connector.channelNamed("#far", new SpaceId("discord", FAR)))
                        .map(Channel::id))
                .contains(new ChannelId("discord", FAR_LOBBY));
        assertThat(ConnectedTest.now(connector.channel(Payloads.LOBBY))).isPresent();
        assertThat(ConnectedTest.now(connector.roles(new SpaceId("discord", FAR))))
                .hasSize(2);
        assertThat(ConnectedTest.now(connector.roles(new SpaceId("discord", Payloads.GUILD))))
                .hasSize(2);
        assertThat(ConnectedTest.now(connector.named("ann", new SpaceId("discord", FAR))))
                .isPresent();
        assertThat(discord.gateway().questions()).singleElement().asString().contains(FAR);
    }

    @Test
    void findsNoChannelOfAnotherServerForSomeoneWhoWritesInOne() throws Exception {
        discord.recommends(2, 2, 1000);
        start(ShardRange.AUTOMATIC);
        writesFarAway("here");
        var far = broker.next(MessageReceived.class).channel();

        for (var reference : List.of("#lobby", Payloads.LOBBY, "<#" + Payloads.LOBBY + ">")) {
            assertThat(ConnectedTest.now(connector.channel(reference, far))).isEmpty();
        }
        assertThat(ConnectedTest.now(connector.channel("#far", far))).isPresent();
    }

    @Test
    void letsNewSessionsOfOneLaneBeginOneAfterTheOther() throws Exception {
        discord.recommends(2, 1, 1000);
        var begun = System.nanoTime();
        var pace = LoopbackDiscord.HASTE;
        connector = connector(discord.link(LoopbackRest.TOKEN)
                .pacing(new Pace(
                        pace.clock(),
                        Duration.ofMillis(300),
                        pace.login(),
                        pace.probe(),
                        pace.patience(),
                        pace.again(),
                        pace.hold(),
                        pace.answer())));
        connector.start(broker);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(300));
        assertIdentified(2);
    }

    @Test
    void runsOnlyItsPartWhereOtherProcessesRunTheRest() throws Exception {
        discord.recommends(1, 1, 1000);
        start(ShardRange.parse("1 of 2"));

        writesFarAway("hello");

        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("hello");
        assertIdentified(1);
        assertThat(ConnectedTest.now(connector.channelNamed("#lobby", new SpaceId("discord", Payloads.GUILD))))
                .isEmpty();
    }

    @Test
    void answersWhatTheFirstHearsWhileOthersLogIn() throws Exception {
        discord.recommends(2, 1, 1000);
        var here = new CountDownLatch(1);
        discord.gateway().crowd(guild -> {
            here.countDown();
            return guild;
        });
        var pace = LoopbackDiscord.HASTE;
        var never = Duration.ofHours(1);
        connector = connector(discord.link(LoopbackRest.TOKEN)
                .pacing(new Pace(
                        pace.clock(),
                        never,
                        never,
                        pace.probe(),
                        pace.patience(),
                        pace.again(),
                        pace.hold(),
                        pace.answer())));
        var starting = CompletableFuture.runAsync(this::startUntilInterrupted, Thread.ofVirtual()::start);
        here.await();

        discord.says(Payloads.ANN, "!ping");
        var message = broker.next(MessageReceived.class).message();
        ConnectedTest.now(connector.reply(message.id(), Content.of("pong")));

        assertThat(connector.addressed(
                        "<@" + Payloads.BOT + "> ping", message.channel().id()))
                .contains("ping");
        assertThat(starting).isNotDone();
        starter.interrupt();
        starting.join();
    }

    private void startUntilInterrupted() {
        starter = Thread.currentThread();
        try {
            connector.start(broker);
        } catch (InterruptedException e) {
            starter.interrupt();
        }
    }

    private void assertIdentified(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS))
                    .isEqualTo("IDENTIFY");
        }
        assertThat(discord.gateway().handshakes()).isEmpty();
    }

    private void start(ShardRange range) throws Exception {
        connector = connector(discord.link(LoopbackRest.TOKEN).with(range));
        connector.start(broker);
    }

    private static DiscordConnector connector(LinkOptions link) {
        return new DiscordConnector(new DiscordOptions(link), Offers.inMemory(new VirtualTime(), new KnownCommands()));
    }

    private void writesFarAway(String content) {
        var ann = Payloads.user(Payloads.ANN, Payloads.ANN_NAME);
        discord.gateway()
                .emit(
                        "MESSAGE_CREATE",
                        Payloads.message(Payloads.snowflake(), FAR_LOBBY, ann, content)
                                .put("guild_id", FAR)
                                .put("member", DataObject.empty().put("roles", DataArray.fromCollection(List.of()))));
    }
}
