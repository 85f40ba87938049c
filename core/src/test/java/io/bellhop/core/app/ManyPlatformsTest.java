package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.console.PipedPlatform;
import io.bellhop.core.discord.DiscordPlatform;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.connector.Person;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.core.testkit.connector.Sight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One bot on the console, on Discord and on a third platform at once; on each of them somebody is called ann. */
@Timeout(120)
class ManyPlatformsTest {
    @TempDir
    private Path home;

    private final SystemTime time = new SystemTime();
    private final FakeConnector fake = new FakeConnector().forgetful();
    private Platform console;
    private Platform discord;
    private Bot bot;

    @BeforeEach
    void start() throws Exception {
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        var config = configuration.bind(CoreConfig.class, "");
        bot = new Bot(new BotParts(new Home(home), configuration, config, Set.of(), time, new Random(1), Tracing.NONE));
        bot.part(AccessTable.class).open();
        bot.start();
        bot.plugins().load(greeter());
        console = new PipedPlatform(home);
        discord = new DiscordPlatform();
        bot.connect(console.connect());
        bot.connect(discord.connect());
        bot.connect(fake);
    }

    @AfterEach
    void stop() throws Exception {
        bot.stop();
        console.close();
        discord.close();
        time.close();
    }

    private Path greeter() throws Exception {
        return PluginJar.of("greeter", "1.0.0")
                .source("greeter", """
                        @ChatPlugin public final class Main {
                          @Command(name = "greet", help = "Greets.")
                          Text greet(@Arg(help = "whom to greet") String name) {
                            return Text.of("Hello, ").bold(name).add("!");
                          }
                          @Command(name = "vault", help = "Opens the vault.", rank = 500)
                          String vault() { return "It is open."; }
                        }""")
                .write(home.resolve("plugins").resolve("greeter.jar"));
    }

    @Test
    void servesAllWithTheSamePlugin() throws Exception {
        assertThat(answers("!greet Bob")).hasSize(3).allMatch(answer -> answer.contains("Hello, Bob!"));
    }

    @Test
    void asksOnEachForWhatIsMissingAndGoesOnThere() throws Exception {
        assertThat(answers("!greet")).hasSize(3).noneMatch(answer -> answer.contains("Hello"));
        assertThat(answers("Bob")).hasSize(3).allMatch(answer -> answer.contains("Hello, Bob!"));
    }

    @Test
    void givesARankToNobodyOfTheSameNameElsewhere() throws Exception {
        for (var one : anns()) {
            bot.part(AccessTable.class).put(new UserRank(one, Optional.empty(), 500));
            var opened =
                    answers("!vault").stream().filter("It is open."::equals).count();
            assertThat(opened).isEqualTo(anns().indexOf(one) + 1L);
        }
    }

    @Test
    void ignoresNobodyOfTheSameNameElsewhere() throws Exception {
        bot.part(IgnoreList.class).ignore(console.id(Person.ANN), Optional.empty());

        assertThat(onDiscord("!ping")).endsWith("pong");
        assertThat(onTheThird("!ping")).endsWith("pong");
        console.says(Person.ANN, "!ping");
        console.says(Person.BEN, "!greet Bob");
        assertThat(next(console)).endsWith("Hello, Bob!");
    }

    /** The same name, and on two of them the same id. */
    private List<UserId> anns() {
        return List.of(
                console.id(Person.ANN),
                discord.id(Person.ANN),
                FakeConnector.named("ann").id());
    }

    private List<String> answers(String line) throws Exception {
        console.says(Person.ANN, line);
        return List.of(next(console), onDiscord(line), onTheThird(line));
    }

    private String onDiscord(String line) throws Exception {
        discord.says(Person.ANN, line);
        return next(discord);
    }

    private String onTheThird(String line) throws Exception {
        var message = fake.message(FakeConnector.named("ann"), "lobby", line, List.of(), Instant.now());
        bot.part(EventBroker.class)
                .publish(new MessageReceived(message))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        return new PlainText(Style.PLAIN).of(fake.sent().getLast().content(), PlainText::note);
    }

    private static String next(Platform platform) {
        var sight = platform.lobbyScreen().next();
        while (sight.kind() != Sight.Kind.MESSAGE) {
            sight = platform.lobbyScreen().next();
        }
        return sight.text();
    }
}
