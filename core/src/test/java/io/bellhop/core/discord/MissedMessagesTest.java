package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Message;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write while the bot is started anew, or Discord gives its session up. */
class MissedMessagesTest {
    private static final ChannelId LOBBY = new ChannelId("discord", Payloads.LOBBY);
    private static final String MESSAGES = "channels/" + Payloads.LOBBY + "/messages";
    private static final String ANN_THERE = "guilds/" + Payloads.GUILD + "/members/" + Payloads.ANN;

    @TempDir
    private Path data;

    private final RecordingBroker broker = new RecordingBroker();
    private LoopbackDiscord discord;
    private DiscordConnector connector;

    @BeforeEach
    void begin() throws Exception {
        discord = new LoopbackDiscord();
        connector = connected(discord.link(LoopbackRest.TOKEN).in(data));
    }

    @AfterEach
    void end() throws Exception {
        connector.stop();
        discord.close();
    }

    private void start() throws Exception {
        connector = connected(discord.link(LoopbackRest.TOKEN).in(data));
    }

    private DiscordConnector connected(LinkOptions options) throws Exception {
        var offers = Offers.inMemory(new VirtualTime(), new KnownCommands());
        var made = new DiscordConnector(new DiscordOptions(options), offers);
        made.start(broker);
        return made;
    }

    private Message next() throws InterruptedException {
        return broker.next(MessageReceived.class).message();
    }

    private void assertHearsNoMore() throws Exception {
        discord.says(Payloads.BEN, "now");
        assertThat(next().text()).isEqualTo("now");
        ConnectedTest.now(connector.history(LOBBY, 1)); // which waits for what was asked for there before
        assertThat(broker.isQuiet()).isTrue();
    }

    private void assertAsksForNothing() throws Exception {
        assertHearsNoMore();
        assertThat(discord.rest().log())
                .filteredOn(request -> request.is("GET", MESSAGES))
                .hasSize(1);
    }

    @Test
    void areHeardOnceAndInTheirOrderWhenItIsBack() throws Exception {
        discord.says(Payloads.ANN, "heard");
        assertThat(next().text()).isEqualTo("heard");
        connector.stop();
        discord.says(Payloads.ANN, "missed");
        discord.says(Payloads.BEN, "missed too");

        start();

        assertThat(next().text()).isEqualTo("missed");
        assertThat(next().text()).isEqualTo("missed too");
        assertHearsNoMore();
        connector.stop();
        start();
        assertHearsNoMore();
    }

    @Test
    void comeFromAuthorsWithTheirRoles() throws Exception {
        var member = Payloads.member(Payloads.user(Payloads.ANN, Payloads.ANN_NAME))
                .put("roles", DataArray.empty().add(Payloads.MODS));
        discord.rest().answerAlways("GET", ANN_THERE, LoopbackRest.Answer.json(member));
        connector.stop();
        discord.says(Payloads.ANN, "!ban");

        start();

        assertThat(next().author().membership().orElseThrow().roles())
                .extracting("id")
                .containsExactly(Payloads.MODS);
    }

    @Test
    void areHeardFromPeopleWhoWriteToTheBotAlone() throws Exception {
        discord.whispers(Payloads.ANN, "heard");
        next();
        connector.stop();
        discord.whispers(Payloads.ANN, "missed");

        start();

        assertThat(next().text()).isEqualTo("missed");
    }

    @Test
    void areHeardWhenDiscordGivesTheSessionUp() throws Exception {
        discord.says(Payloads.ANN, "heard");
        next();
        discord.gateway().shard(0).stall();
        discord.says(Payloads.ANN, "missed");
        discord.gateway().invalidate(false);

        assertThat(next().text()).isEqualTo("missed");
        assertHearsNoMore();
    }

    @Test
    void areHeardOnceThoughTheyAlsoArriveByThemselves() throws Exception {
        connector.stop();
        discord.says(Payloads.ANN, "missed");
        var later = new CompletableFuture<Void>();
        discord.rest().answerLater("GET", MESSAGES, later);
        start();
        discord.says(Payloads.ANN, "live");
        assertThat(next().text()).isEqualTo("live");

        later.complete(null);

        assertThat(next().text()).isEqualTo("missed");
        assertHearsNoMore();
    }

    @Test
    void areForgottenAfterMinutes() throws Exception {
        connector.stop();
        discord.says(Payloads.ANN, "too late");

        connector = connected(discord.link(LoopbackRest.TOKEN).in(data).pacing(later(Duration.ofMinutes(3))));

        assertAsksForNothing();
    }

    private static Pace later(Duration difference) {
        var usual = LoopbackDiscord.HASTE;
        InstantSource clock = () -> Instant.now().plus(difference);
        return new Pace(
                clock,
                usual.identify(),
                usual.login(),
                usual.probe(),
                usual.patience(),
                usual.again(),
                usual.hold(),
                usual.answer());
    }

    @Test
    void areNotHeardTwiceAfterACrash() throws Exception {
        discord.says(Payloads.ANN, "heard");
        next();
        var asOfTheCrash = Files.readString(data.resolve("discord.heard"));
        connector.stop();
        Files.writeString(data.resolve("discord.heard"), asOfTheCrash);

        start();

        assertAsksForNothing();
    }

    @Test
    void areNotLookedForWhereTheBotMayNotReadWhatWasSaid() throws Exception {
        connector.stop();
        discord.says(Payloads.ANN, "missed");
        discord.gateway().crowd(MissedMessagesTest::withoutHistory);

        start();

        discord.says(Payloads.BEN, "now");
        assertThat(next().text()).isEqualTo("now");
        assertThat(discord.rest().log()).noneMatch(request -> request.is("GET", MESSAGES));
    }

    private static DataObject withoutHistory(DataObject guild) {
        var lobby = Payloads.lobbyWithout(Permission.MESSAGE_HISTORY.getRawValue())
                .put("last_message_id", guild.getArray("channels").getObject(0).getString("last_message_id"));
        return DataObject.fromJson(guild.toString())
                .put("channels", DataArray.empty().add(lobby));
    }

    @Test
    void areNotLookedForByABotThatWasNeverThere() throws Exception {
        connector.stop();
        Files.delete(data.resolve("discord.heard"));
        discord.says(Payloads.ANN, "to others");

        start();

        assertAsksForNothing();
    }

    @Test
    void areGivenUpWhereDiscordDoesNotShowThem() throws Exception {
        connector.stop();
        discord.says(Payloads.ANN, "missed");
        discord.rest().answerOnce("GET", MESSAGES, LoopbackRest.Answer.error(403, 50_001, "Missing Access"));

        start();

        assertHearsNoMore();
    }
}
