package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.app.Bot;
import io.bellhop.core.app.BotParts;
import io.bellhop.core.app.Home;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.discord.slash.CommandSource;
import io.bellhop.core.discord.slash.SlashCommands;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole bot, whose native commands follow its plugins. */
class SlashOnDiscordTest {
    @TempDir
    private Path home;

    private final VirtualTime time = new VirtualTime();
    private LoopbackDiscord discord;
    private SlashCommands slash;
    private Bot bot;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        bot = new Bot(new BotParts(
                new Home(home),
                configuration,
                configuration.bind(CoreConfig.class, ""),
                Set.of(),
                time,
                new Random(1),
                Tracing.NONE));
        bot.start();
        discord = new LoopbackDiscord();
        slash = new SlashCommands(bot.part(CommandSource.class), time, List.of());
        bot.connect(new DiscordConnector(discord.options(LoopbackRest.TOKEN), bot.part(Offers.class), slash));
        settle();
    }

    @AfterEach
    void stop() throws Exception {
        bot.stop();
        discord.close();
    }

    @Test
    void registersTheCoresCommandsWithoutLosingOne() {
        assertThat(discord.rest().commands().names()).contains("ping", "plugin", "schedule", "audit");
        assertThat(slash.tree().leftOut()).isEmpty();
        for (var command : bot.part(CommandSource.class).list()) {
            assertThat(slash.tree().find(command.name()).or(() -> slash.tree().find(command.name() + " main")))
                    .contains(command);
        }
    }

    @Test
    void followsAPluginThatComesAndGoes() throws Exception {
        var jar = PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main {
                  @Command(name = "roll", help = "Rolls.")
                  String roll(@Arg(help = "how many sides") int sides) {
                    return "4";
                  }
                }""");
        bot.plugins().load(jar.write(home.resolve("plugins").resolve("dice.jar")));
        passQuietly();

        var option = discord.rest().commands().find("roll").getArray("options").getObject(0);
        assertThat(option.getString("description")).isEqualTo("how many sides");
        assertThat(option.getInt("type")).isEqualTo(4);

        bot.plugins().unload("dice");
        passQuietly();

        assertThat(discord.rest().commands().names()).contains("ping").doesNotContain("roll");
    }

    private void passQuietly() throws Exception {
        time.advance(SlashCommands.QUIET);
        settle();
    }

    private void settle() throws Exception {
        slash.settled().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
