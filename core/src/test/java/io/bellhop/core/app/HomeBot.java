package io.bellhop.core.app;

import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.VirtualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A whole bot in a home that outlives it, so that a test can start it a second time. Owned by {@code owner}. */
public final class HomeBot {
    private final VirtualTime time = new VirtualTime();
    private final FakeConnector connector = new FakeConnector();
    private final Path home;
    private final Bot bot;

    private HomeBot(Path home) {
        this.home = home;
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        this.bot = new Bot(new BotParts(
                new Home(home),
                configuration,
                configuration.bind(CoreConfig.class, ""),
                Set.of(new UserId("test", "owner")),
                time,
                new Random(1),
                Tracing.NONE));
    }

    /** Starts a bot, with the plugins that are in its home. */
    public static HomeBot at(Path home) throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        var started = new HomeBot(home);
        started.bot.start();
        started.bot.plugins().await();
        started.bot.connect(started.connector);
        return started;
    }

    /** Loads a plugin, or upgrades it. */
    public HomeBot load(PluginJar jar, String name) throws Exception {
        bot.plugins().load(jar.write(home.resolve("plugins").resolve(name)));
        return this;
    }

    public <T> T part(Class<T> type) {
        return bot.part(type);
    }

    public FakeConnector connector() {
        return connector;
    }

    public VirtualTime time() {
        return time;
    }

    /** Gives someone a rank in the space of the lobby, until the bot ends. */
    public void rank(String user, int rank) {
        part(AccessTable.class)
                .put(new UserRank(new UserId("test", user), Optional.of(new SpaceId("test", "space")), rank));
    }

    /** Says something in the channel {@code lobby}; returns all that is answered, as plain text. */
    public List<String> says(String user, String text) {
        return saysIn("lobby", user, text);
    }

    /** Says something in a channel; returns all that is answered, as plain text. */
    public List<String> saysIn(String channel, String user, String text) {
        int before = connector.sent().size();
        await(publish(channel, user, text));
        return texts(before);
    }

    /** Says something; returns the only answer. */
    public String answer(String user, String text) {
        var answers = says(user, text);
        if (answers.size() != 1) {
            throw new AssertionError("not one answer to " + text + ": " + answers);
        }
        return answers.getFirst();
    }

    /** Picks the only choice of what was sent last; returns all that is answered. */
    public List<String> picks(String user) {
        var last = connector.sent().getLast();
        int before = connector.sent().size();
        Channel channel = FakeConnector.channel(last.cause().channel());
        var choice = last.content().choices().getFirst();
        await(part(EventBroker.class)
                .publish(new ChoicePicked(choice, last.cause(), channel, FakeConnector.named(user))));
        return texts(before);
    }

    /** Returns what was sent last, as plain text. */
    public String lastText() {
        return texts(connector.sent().size() - 1).getFirst();
    }

    /** Reads the only file of what was sent last. */
    public String file() throws IOException {
        Attachment file = connector.sent().getLast().content().attachments().getFirst();
        try (var in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public CompletionStage<Void> publish(String channel, String user, String text) {
        return part(EventBroker.class)
                .publish(new MessageReceived(connector.message(
                        FakeConnector.named(user),
                        channel,
                        text,
                        List.of(),
                        time.clock().instant())));
    }

    /** Waits for what another thread is about to do. */
    public static boolean comesTrue(BooleanSupplier condition) {
        long until = System.nanoTime() + 60_000_000_000L;
        boolean isTrue = condition.getAsBoolean();
        while (!isTrue && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
            isTrue = condition.getAsBoolean();
        }
        return isTrue;
    }

    public void close() throws InterruptedException {
        bot.stop();
    }

    private List<String> texts(int before) {
        return connector.sent().stream()
                .skip(before)
                .map(sent -> new PlainText(Style.PLAIN).of(sent.content(), PlainText::note))
                .toList();
    }

    private static void await(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer within 60 s", e);
        }
    }
}
