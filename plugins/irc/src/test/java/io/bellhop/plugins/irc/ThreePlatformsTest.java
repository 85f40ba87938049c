package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.app.GreetingBot;
import io.bellhop.core.console.PipedPlatform;
import io.bellhop.core.discord.DiscordPlatform;
import io.bellhop.core.testkit.connector.Person;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.plugins.irc.server.InspIrcd;
import java.nio.file.Path;
import java.util.List;
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

    private InspIrcd server;
    private List<Platform> platforms;

    @SuppressWarnings("NullAway.Init") // not where there is no server
    private GreetingBot bot;

    @BeforeEach
    void start() throws Exception {
        server = InspIrcd.start();
        bot = new GreetingBot(home);
        platforms = List.of(new PipedPlatform(home), new DiscordPlatform(), new IrcPlatform(server));
        for (var platform : platforms) {
            bot.join(platform);
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (bot != null) {
            bot.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void servesAllWithTheSamePlugin() throws Exception {
        assertThat(bot.answers("!greet Bob")).hasSize(3).allMatch(answer -> answer.contains("Hello, Bob!"));
    }

    @Test
    void asksOnEachForWhatIsMissingAndGoesOnThere() throws Exception {
        assertThat(bot.answers("!greet")).hasSize(3).noneMatch(answer -> answer.contains("Hello"));
        assertThat(bot.answers("Bob")).hasSize(3).allMatch(answer -> answer.contains("Hello, Bob!"));
    }

    @Test
    void givesARankToNobodyOfTheSameNameElsewhere() throws Exception {
        for (int i = 0; i < platforms.size(); i++) {
            bot.promote(platforms.get(i).id(Person.ANN));
            assertThat(bot.answers("!vault"))
                    .filteredOn(answer -> answer.endsWith("It is open."))
                    .hasSize(i + 1);
        }
    }
}
