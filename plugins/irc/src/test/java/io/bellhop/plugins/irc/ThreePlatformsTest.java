package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.app.Bot;
import io.bellhop.core.app.BotParts;
import io.bellhop.core.app.Home;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.console.PipedPlatform;
import io.bellhop.core.discord.DiscordPlatform;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.connector.Person;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.core.testkit.connector.Sight;
import io.bellhop.plugins.irc.server.InspIrcd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One bot with one plugin on the console, on Discord and on IRC at once. */
@Timeout(120)
class ThreePlatformsTest {
    @TempDir
    private Path home;

    private final SystemTime time = new SystemTime();
    private final List<Platform> platforms = new ArrayList<>();
    private InspIrcd server;

    @SuppressWarnings("NullAway.Init") // not where there is no server
    private Bot bot;

    @BeforeEach
    void start() throws Exception {
        server = InspIrcd.start();
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        var config = configuration.bind(CoreConfig.class, "");
        bot = new Bot(new BotParts(new Home(home), configuration, config, Set.of(), time, new Random(1), Tracing.NONE));
        bot.part(AccessTable.class).open();
        bot.start();
        bot.plugins().load(greeter());
        platforms.addAll(List.of(new PipedPlatform(home), new DiscordPlatform(), new IrcPlatform(server)));
        for (var platform : platforms) {
            bot.connect(platform.connect());
            platform.awaitBot();
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (bot != null) {
            bot.stop();
        }
        for (var platform : platforms) {
            platform.close();
        }
        time.close();
        if (server != null) {
            server.close();
        }
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
        for (int i = 0; i < platforms.size(); i++) {
            var ann = platforms.get(i).id(Person.ANN);
            bot.part(AccessTable.class).put(new UserRank(ann, Optional.empty(), 500));
            assertThat(answers("!vault"))
                    .filteredOn(answer -> answer.endsWith("It is open."))
                    .hasSize(i + 1);
        }
    }

    private List<String> answers(String line) throws Exception {
        var answers = new ArrayList<String>();
        for (var platform : platforms) {
            platform.says(Person.ANN, line);
            answers.add(next(platform));
        }
        return answers;
    }

    private static String next(Platform platform) {
        try {
            var sight = platform.lobbyScreen().next();
            while (sight.kind() != Sight.Kind.MESSAGE) {
                sight = platform.lobbyScreen().next();
            }
            return sight.text();
        } catch (AssertionError e) {
            throw new AssertionError("no answer in " + platform.lobby(), e);
        }
    }
}
