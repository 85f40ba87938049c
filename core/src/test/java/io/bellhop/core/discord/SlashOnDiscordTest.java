package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.Commands;
import io.bellhop.core.app.Bot;
import io.bellhop.core.app.BotParts;
import io.bellhop.core.app.Home;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackInteractions;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.discord.slash.CommandSource;
import io.bellhop.core.discord.slash.SlashCommands;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole bot, whose native commands follow its plugins. */
class SlashOnDiscordTest {
    private static final int INTEGER = 4;
    private static final int NUMBER = 10;

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
        var calls = CallOptions.of(bot.part(CallableCommands.class), time.clock());
        bot.connect(new DiscordConnector(
                discord.options(LoopbackRest.TOKEN), bot.part(Offers.class), calls, Optional.of(slash)));
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
        var tree = bot.part(CommandSource.class).tree();
        assertThat(tree.leftOut()).isEmpty();
        for (var command : bot.part(Commands.class).list()) {
            assertThat(tree.find(command.name()).or(() -> tree.find(command.name() + " main")))
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
                }""").resource("messages_de.properties", """
                command.roll.help = Würfelt.
                command.roll.sides.help = wie viele Seiten""");
        bot.plugins().load(jar.write(home.resolve("plugins").resolve("dice.jar")));
        passQuietly();

        var german = discord.rest().commands().find("roll").getObject("description_localizations");
        assertThat(german.keys()).containsExactly("de");
        assertThat(german.getString("de")).isEqualTo("Würfelt.");
        var option = discord.rest().commands().find("roll").getArray("options").getObject(0);
        assertThat(option.getString("description")).isEqualTo("how many sides");
        assertThat(option.getObject("description_localizations").getString("de"))
                .isEqualTo("wie viele Seiten");
        assertThat(option.getInt("type")).isEqualTo(4);

        bot.plugins().unload("dice");
        passQuietly();

        assertThat(discord.rest().commands().names()).contains("ping").doesNotContain("roll");
    }

    @Test
    void completesAndRunsWhatIsRegistered() throws Exception {
        var jar = PluginJar.of("zoo", "1.0.0").source("zoo", """
                @ChatPlugin public final class Main {
                  @Command(name = "zoo feed", help = "Feeds.")
                  String feed(String animal, @Flag List<String> helpers) {
                    return "fed " + animal + " with " + String.join(" and ", helpers);
                  }
                  @Suggests(command = "zoo feed", parameter = "animal")
                  List<String> animals() {
                    return List.of("great auk", "ape", "bear");
                  }
                }""");
        bot.plugins().load(jar.write(home.resolve("plugins").resolve("zoo.jar")));
        passQuietly();
        var feed = discord.rest().commands().find("zoo").getArray("options").getObject(0);
        assertThat(feed.getArray("options").getObject(0).getBoolean("autocomplete"))
                .isTrue();

        var typed = discord.interactions().types(Payloads.ANN, "zoo feed", "animal", "a");
        var choices = typed.acknowledged().data().getArray("choices");
        assertThat(choices.stream(DataArray::getObject).map(choice -> choice.getString("value")))
                .containsExactly("ape", "great auk", "bear");

        var called = discord.interactions()
                .calls(
                        Payloads.ANN,
                        "zoo feed",
                        LoopbackInteractions.option("animal", "great auk"),
                        LoopbackInteractions.option("helpers", "Cid Dan"));
        assertThat(called.shown().content()).isEqualTo("fed great auk with Cid and Dan");
    }

    @Test
    void completesNumbersByNumbersAndDropsWhatIsNone() throws Exception {
        var jar = PluginJar.of("bank", "1.0.0").source("bank", """
                @ChatPlugin public final class Main {
                  @Command(name = "bet", help = "Bets.")
                  String bet(int coins, double odds) { return coins + " at " + odds; }
                  @Suggests(command = "bet", parameter = "coins")
                  List<String> coins() { return List.of("10", "100", "1e9", "1 pound", "10000000000000000000"); }
                  @Suggests(command = "bet", parameter = "odds")
                  List<String> odds() { return List.of("1.5", "1", "1 to 2", "1e300"); }
                }""");
        bot.plugins().load(jar.write(home.resolve("plugins").resolve("bank.jar")));
        passQuietly();

        assertThat(suggested("coins", INTEGER)).containsExactlyInAnyOrder(10, 100);
        assertThat(suggested("odds", NUMBER)).containsExactlyInAnyOrder(1.5, 1.0);
    }

    private List<Object> suggested(String option, int type) throws Exception {
        var typed = discord.interactions().types(Payloads.ANN, "bet", LoopbackInteractions.number(option, type, "1"));
        return typed.acknowledged().data().getArray("choices").stream(DataArray::getObject)
                .map(choice -> choice.get("value"))
                .toList();
    }

    private void passQuietly() throws Exception {
        time.advance(SlashCommands.QUIET);
        settle();
    }

    private void settle() throws Exception {
        slash.settled().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
