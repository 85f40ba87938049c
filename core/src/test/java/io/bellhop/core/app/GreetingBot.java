package io.bellhop.core.app;

import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.connector.Person;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.core.testkit.connector.Sight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One bot with one plugin, which greets whom one names and opens a vault to moderators, on several platforms at once.
 */
public final class GreetingBot {
    private final SystemTime time = new SystemTime();
    private final List<Platform> platforms = new ArrayList<>();
    private final Bot bot;

    public GreetingBot(Path home) throws Exception {
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        var config = configuration.bind(CoreConfig.class, "");
        bot = new Bot(new BotParts(new Home(home), configuration, config, Set.of(), time, new Random(1), Tracing.NONE));
        bot.part(AccessTable.class).open();
        bot.start();
        bot.plugins().load(greeter(home.resolve("plugins")));
    }

    private static Path greeter(Path folder) throws Exception {
        return PluginJar.of("greeter", "1.0.0").source("greeter", """
                        @ChatPlugin public final class Main {
                          @Command(name = "greet", help = "Greets.")
                          Text greet(@Arg(help = "whom to greet") String name) {
                            return Text.of("Hello, ").bold(name).add("!");
                          }
                          @Command(name = "vault", help = "Opens the vault.", rank = 500)
                          String vault() { return "It is open."; }
                        }""").write(folder.resolve("greeter.jar"));
    }

    /** Goes to a platform as well, and waits until it is there. */
    public void join(Platform platform) throws Exception {
        platforms.add(platform);
        bot.connect(platform.connect());
        platform.awaitBot();
    }

    public Bot bot() {
        return bot;
    }

    /** Makes somebody a moderator everywhere. */
    public void promote(UserId user) {
        bot.part(AccessTable.class).put(new UserRank(user, Optional.empty(), 500));
    }

    /** Lets Ann say a line on one platform after the other, and returns how each answers. */
    public List<String> answers(String line) throws Exception {
        var answers = new ArrayList<String>();
        for (var platform : platforms) {
            answers.add(answer(platform, line));
        }
        return answers;
    }

    /** Lets Ann say a line on a platform, and returns how that answers. */
    public String answer(Platform platform, String line) throws Exception {
        platform.says(Person.ANN, line);
        return next(platform);
    }

    /** Returns the next message that is seen in the lobby of a platform. */
    public String next(Platform platform) {
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

    /** Ends the bot and its platforms. */
    public void close() throws IOException, InterruptedException {
        bot.stop();
        for (var platform : platforms) {
            platform.close();
        }
        time.close();
    }
}
