package io.bellhop.core.discord;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.app.Bot;
import io.bellhop.core.app.BotParts;
import io.bellhop.core.app.Home;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.plugin.Plugins;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A whole bot on a Discord that outlives it, so that a test can start it anew in the same home. */
final class RestartedBot {
    static final String DICE = "dice.jar";

    private final Path home;
    private final LoopbackDiscord discord = new LoopbackDiscord();
    private String token = LoopbackRest.TOKEN;
    private VirtualTime time = new VirtualTime();
    private Bot bot;

    RestartedBot(Path home) throws Exception {
        this.home = home;
        Files.createDirectories(home.resolve("plugins"));
        start();
    }

    LoopbackDiscord discord() {
        return discord;
    }

    VirtualTime time() {
        return time;
    }

    Plugins plugins() {
        return bot.plugins();
    }

    /** Loads a plugin whose one command offers to run again, by the asker or by everyone. */
    void loadDice() throws Exception {
        var jar = PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main {
                  @Command(name = "roll", help = "Rolls.")
                  Content roll(String what, Invocation asking) {
                    return Content.of(asking.user().name() + " rolled " + what)
                        .with(Choice.of("Again", "roll mine"))
                        .with(Choice.of("Me too", "roll ours").forEveryone());
                  }
                }""");
        bot.plugins().load(jar.write(home.resolve("plugins").resolve(DICE)));
    }

    /** Loads a plugin from its one class. */
    void load(String plugin, String source) throws Exception {
        var jar = PluginJar.of(plugin, "1.0.0").source(plugin, source);
        bot.plugins().load(jar.write(home.resolve("plugins").resolve(plugin + ".jar")));
    }

    void ignore(String user) {
        bot.part(IgnoreList.class).ignore(new UserId("discord", user), Optional.empty());
    }

    <T> T part(Class<T> type) {
        return bot.part(type);
    }

    void deleteDice() throws Exception {
        Files.delete(home.resolve("plugins").resolve(DICE));
    }

    /** Lets a command need somebody's approval, until the bot ends. */
    void requireApproval(String command) {
        bot.part(AccessTable.class).put(new CommandRequirement(command, Optional.empty(), new Requirement(0, 1)));
    }

    void restarts() throws Exception {
        restarts(Duration.ZERO);
    }

    /** Ends the bot, and starts it anew after some time. */
    void restarts(Duration away) throws Exception {
        bot.stop();
        var now = Duration.ofNanos(time.nanos());
        time = new VirtualTime();
        time.advance(now.plus(away));
        discord.rest().requests().clear();
        start();
    }

    /** Ends the bot, and starts it anew with another token. */
    void restartsWith(String other) throws Exception {
        token = other;
        restarts();
    }

    /** Lets another platform in too. */
    FakeConnector besides() throws Exception {
        var other = new FakeConnector();
        bot.connect(other);
        return other;
    }

    /** Waits for what is said next in the lobby. */
    DataObject said() throws InterruptedException {
        return discord.next("POST", "channels/" + Payloads.LOBBY + "/messages").json();
    }

    /** Waits for what is said next to Ann alone. */
    DataObject whispered() throws InterruptedException {
        return discord.next("POST", "channels/" + Payloads.DIRECT + "/messages").json();
    }

    /** Waits for what only the one who pressed a button reads. */
    String refused() throws InterruptedException {
        return discord.next("POST", "webhooks/").json().getString("content");
    }

    /** The name of a button under a message, from 0. */
    static String button(DataObject message, int index) {
        var row = message.getArray("components").getObject(0);
        return row.getArray("components").getObject(index).getString("custom_id");
    }

    void close() throws Exception {
        bot.stop();
        discord.close();
    }

    private void start() throws Exception {
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        bot = new Bot(new BotParts(
                new Home(home),
                configuration,
                configuration.bind(CoreConfig.class, ""),
                Set.of(new UserId("discord", Payloads.OWNER)),
                time,
                new Random(1),
                Tracing.NONE));
        bot.start();
        bot.plugins().await();
        var calls = CallOptions.of(bot.part(CallableCommands.class), time.clock());
        bot.connect(new DiscordConnector(discord.options(token), bot.part(Offers.class), calls));
    }
}
