package io.bellhop.core.discord;

import static io.bellhop.core.discord.slash.Declared.argument;
import static io.bellhop.core.discord.slash.Declared.command;
import static io.bellhop.core.discord.slash.Declared.many;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.command.declare.ValueType.Plain;
import io.bellhop.core.discord.link.option.ShardRange;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.discord.request.Failure;
import io.bellhop.core.discord.slash.DeclaredCommands;
import io.bellhop.core.discord.slash.SlashCommands;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Native commands follow those that there are, with as few requests as can be. */
class SlashRegistrationTest {
    private static final CommandDescription PING = command("ping");
    private static final CommandDescription RUN = command("run");

    private final VirtualTime time = new VirtualTime();
    private final DeclaredCommands source = new DeclaredCommands(PING, RUN);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private LoopbackDiscord discord;
    private SlashCommands slash;
    private DiscordConnector connector;

    @BeforeEach
    void open() throws Exception {
        discord = new LoopbackDiscord();
        log.start();
        logger().addAppender(log);
        slash = new SlashCommands(source, time, List.of());
        connector = connector(slash, ShardRange.AUTOMATIC);
        connector.start(new RecordingBroker());
        settle();
    }

    @AfterEach
    void close() throws Exception {
        connector.stop();
        discord.close();
        logger().detachAppender(log);
    }

    @Test
    void registersAllWhenConnected() {
        assertThat(discord.rest().commands().names()).containsExactly("Run code", "ping", "run");
        assertThat(changes()).isEqualTo(3);
    }

    @Test
    void uploadsNothingThatIsThereAlready() throws Exception {
        source.set(command(
                "war", argument("who", Plain.USER), argument("where", Plain.CHANNEL), argument("n", Plain.INT)));
        restart(List.of());
        int before = changes();

        restart(List.of());

        assertThat(changes()).isEqualTo(before);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void uploadsOnlyTheDifference() throws Exception {
        var id = discord.rest().commands().find("ping").getString("id");
        source.set(command("ping", argument("text", Plain.TEXT)), command("war create"));

        passes(SlashCommands.QUIET);

        assertThat(discord.rest().commands().names()).containsExactly("ping", "war");
        assertThat(discord.rest().commands().find("ping").getString("id")).isEqualTo(id);
        assertThat(requests("DELETE")).isEqualTo(2);
        assertThat(requests("PATCH")).isEqualTo(1);
        assertThat(requests("POST")).isEqualTo(3 + 1);
    }

    @Test
    void uploadsNothingWhileAPluginIsLoadedAnew() throws Exception {
        source.set(PING);
        passes(SlashCommands.QUIET.minusMillis(1));
        source.set(PING, RUN);
        passes(SlashCommands.QUIET.minusMillis(1));
        assertThat(requests("GET")).isEqualTo(1);

        passes(Duration.ofMillis(1));

        assertThat(requests("GET")).isEqualTo(2);
        assertThat(changes()).isEqualTo(3);
    }

    @Test
    void registersInTheNamedServersOnly() throws Exception {
        discord.close();
        connector.stop();
        discord = new LoopbackDiscord();
        start(List.of(Payloads.GUILD, "200000000000000009"));

        assertThat(discord.rest().commands().namesInGuild()).containsExactly("Run code", "ping", "run");
        assertThat(discord.rest().commands().names()).isEmpty();
        assertThat(warnings()).singleElement().asString().contains("200000000000000009", "the bot is not in");

        restart(List.of(Payloads.GUILD));
        assertThat(changes()).isEqualTo(3);
    }

    @Test
    void leavesItToTheProcessWithTheFirstShard() throws Exception {
        connector.stop();
        discord.rest().log().clear();
        discord.recommends(1, 1, 1000);

        start(List.of(), ShardRange.parse("1 of 2"));
        assertThat(requests("GET")).isZero();
        connector.stop();

        start(List.of(), ShardRange.parse("0 of 2"));
        assertThat(requests("GET")).isEqualTo(1);
    }

    @Test
    void stopsWhenDiscordTakesNoMoreToday() throws Exception {
        discord.rest().commands().allowCreations(1);
        source.set(command("a"), command("b"), command("c"));

        passes(SlashCommands.QUIET);

        assertThat(discord.rest().commands().names()).containsExactly("a");
        assertThat(requests("POST")).isEqualTo(3 + 2);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("no new commands from this bot today", "2 are missing");

        discord.rest().commands().allowCreations(200);
        passes(Duration.ofHours(1));
        assertThat(discord.rest().commands().names()).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnBehindWhatDiscordRefuses() throws Exception {
        discord.rest().answerOnce("POST", "/commands", LoopbackRest.Answer.error(400, 50_035, "Invalid Form Body"));
        source.set(command("a"), command("b"));

        passes(SlashCommands.QUIET);

        assertThat(discord.rest().commands().names()).containsExactly("b");
        assertThat(warnings()).singleElement().asString().contains("did not take the command a");
    }

    @Test
    void triesAgainWhenDiscordWasAway() throws Exception {
        discord.rest().answerOnce("GET", "/commands", LoopbackRest.Answer.error(403, 0, "a proxy's"));
        source.set(PING);

        passes(SlashCommands.QUIET);
        assertThat(discord.rest().commands().names()).hasSize(3);

        passes(Duration.ofMinutes(5));
        assertThat(discord.rest().commands().names()).containsExactly("ping");
    }

    @Test
    void triesAgainWhenThereWasNoSession() {
        var asked = new AtomicInteger();
        var early = new SlashCommands(source, time, List.of());

        early.connected(() -> {
            asked.incrementAndGet();
            throw Failure.stopped();
        });
        time.advance(Duration.ofSeconds(30));
        early.disconnected();
        time.advance(Duration.ofMinutes(5));

        assertThat(asked).hasValue(2);
    }

    @Test
    void saysWhatIsMissingInTheInvitation() throws Exception {
        discord.rest().answerOnce("GET", "/commands", LoopbackRest.Answer.error(403, 50_001, "Missing Access"));

        restart(List.of());

        assertThat(warnings()).singleElement().asString().contains("with the scope applications.commands");
    }

    @Test
    void saysOnceWhatIsLeftOut() throws Exception {
        var commands = new ArrayList<>(many(98, "core", "c"));
        commands.add(command("x".repeat(33)));
        source.set(commands.toArray(CommandDescription[]::new));
        passes(SlashCommands.QUIET);
        source.set(commands.toArray(CommandDescription[]::new));
        passes(SlashCommands.QUIET);

        assertThat(discord.rest().commands().names()).hasSize(98);
        assertThat(warnings()).singleElement().asString().contains("xxx", "at most 32 letters");
    }

    @Test
    void asksNothingAfterItsEnd() throws Exception {
        source.set(PING);
        connector.stop();

        time.advance(Duration.ofHours(2));

        assertThat(requests("GET")).isEqualTo(1);
    }

    private void start(List<String> guilds) throws Exception {
        start(guilds, ShardRange.AUTOMATIC);
    }

    private void start(List<String> guilds, ShardRange range) throws Exception {
        slash = new SlashCommands(source, time, guilds);
        connector = connector(slash, range);
        connector.start(new RecordingBroker());
        settle();
    }

    private DiscordConnector connector(SlashCommands commands, ShardRange range) {
        return new DiscordConnector(
                new DiscordOptions(discord.link(LoopbackRest.TOKEN).with(range)),
                Offers.inMemory(time, new KnownCommands()),
                commands);
    }

    private void restart(List<String> guilds) throws Exception {
        connector.stop();
        start(guilds);
    }

    private void passes(Duration duration) throws Exception {
        time.advance(duration);
        settle();
    }

    private void settle() throws Exception {
        slash.settled().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private int changes() {
        return requests("POST") + requests("PATCH") + requests("PUT") + requests("DELETE");
    }

    private int requests(String method) {
        return (int) discord.rest().log().stream()
                .filter(request -> request.is(method, "applications/"))
                .count();
    }

    private List<String> warnings() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(SlashCommands.class.getPackageName());
    }
}
