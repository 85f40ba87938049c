package io.bellhop.core.testkit;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Commands;
import io.bellhop.api.event.ChatEvent;
import io.bellhop.api.event.Event;
import io.bellhop.core.app.Bot;
import io.bellhop.core.app.DiscordParts;
import io.bellhop.core.command.register.ExampleTrial;
import io.bellhop.core.command.suggest.LineSuggestions;
import io.bellhop.core.dialog.Dialogs;
import io.bellhop.core.discord.DiscordOptions;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.plugin.Plugins;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/**
 * A whole bot in a test. It packs the classes under test as the plugin that they will be, and loads them as the real
 * bot does: through the real inspection and the real class loader. Only the chat platform and the time are its own, so
 * a test says things as a user and looks at what is answered.
 *
 * <pre>{@code
 * @AutoClose
 * private final TestBot bot = TestBot.load();
 *
 * @Test
 * void greets() {
 *     bot.as("ann").says("!hello").replies("Hello, world!");
 * }
 * }</pre>
 *
 * <p>Closing it unloads the plugin, and fails if threads of it stay behind. For use by one thread.
 */
public final class TestBot implements AutoCloseable {
    private final BotUnderTest test;

    private TestBot(BotUnderTest test) {
        this.test = test;
    }

    /**
     * Starts a bot with the plugin under test.
     *
     * @return the bot, to be closed
     * @throws AssertionError if the plugin is refused, with the reason
     */
    public static TestBot load() {
        return with().load();
    }

    /**
     * Begins to describe a bot that needs more.
     *
     * @return what it needs, to be added to
     */
    public static TestBotOptions with() {
        return new TestBotOptions();
    }

    static TestBot load(Path home, RandomGenerator random) {
        var test = new BotUnderTest(home, random);
        test.start();
        return new TestBot(test);
    }

    /**
     * Lets the bot onto a Discord too, such as one that the test runs itself; what is heard there is answered while the
     * test goes on.
     *
     * @param discord where it is, and how to get in
     * @throws AssertionError if it does not let the bot in
     */
    public void joins(DiscordOptions discord) {
        try {
            bot().connect(DiscordParts.connector(bot(), discord, List.of()));
        } catch (Exception e) {
            throw new AssertionError("Discord does not let the bot in", e);
        }
    }

    /**
     * Returns the folder with the bot's data.
     *
     * @return the home, which is deleted when the bot is closed
     */
    public Path home() {
        return test.home();
    }

    /**
     * Speaks as a user of rank 0 in the channel {@code lobby}; the user named {@code owner} owns the bot.
     *
     * @param name who
     * @return the user
     */
    public TestUser as(String name) {
        return new TestUser(this, name, "lobby", List.of());
    }

    /**
     * Publishes an event, and waits until all have handled it.
     *
     * @param event what happened
     */
    public void publish(Event event) {
        Patience.await(bot().part(EventBroker.class).publish(event));
    }

    /**
     * Lets time pass; what is due on the way is done before time goes on.
     *
     * @param duration how much
     */
    public void advance(Duration duration) {
        var workload = Workload.of(bot(), Patience.LONGEST);
        time().advance(duration, workload::fire);
        workload.awaitNone();
    }

    /**
     * Ends the bot and starts it anew, as its owner does: what was stored is still there, and nothing else. The ranks
     * and what was sent stay as they were.
     *
     * @throws AssertionError if a plugin is refused now, with the reason
     */
    public void restarts() {
        restarts(Duration.ZERO);
    }

    /**
     * Ends the bot, and starts it anew after some time.
     *
     * @param away how long there is none
     * @throws AssertionError if a plugin is refused now, with the reason
     */
    public void restarts(Duration away) {
        new Unloading(plugins(), Patience.LONGEST).endsAll();
        test.restart(away);
    }

    /**
     * Returns all that the bot has sent.
     *
     * @return what was sent, in order
     */
    public List<FakeConnector.Sent> sent() {
        return connector().sent();
    }

    /**
     * Tries every example that the plugin's commands declare: each must parse, and one that states its reply must get
     * it.
     *
     * @throws AssertionError if one doesn't, with the reason
     */
    public void tryExamples() {
        new Examples(this, bot().part(ExampleTrial.class)).tryAll();
    }

    /**
     * Unloads the plugin, and checks that nothing of it is left: no command, no thread, and after full collections no
     * class.
     *
     * @throws AssertionError if something is left, with its name
     */
    public void unloadsCleanly() {
        unloadsCleanly(Patience.LONGEST);
    }

    void unloadsCleanly(Duration patience) {
        new Unloading(plugins(), patience).leavesNothing();
    }

    @Override
    public void close() {
        try {
            new Unloading(plugins(), Patience.LONGEST).endsAll();
        } finally {
            test.delete();
        }
    }

    List<String> completions(User user, Channel channel, String text) {
        var prefix = bot().part(Commands.class).prefix(channel);
        if (!text.startsWith(prefix)) {
            return List.of();
        }
        var lines = bot().part(LineSuggestions.class).complete(text.substring(prefix.length()), user, channel);
        return lines.toCompletableFuture().join().stream().map(prefix::concat).toList();
    }

    boolean isAsking(TestUser user) {
        return bot().part(Dialogs.class).find(FakeConnector.named(user.name()).id(), user.channel()) != null;
    }

    FakeConnector connector() {
        return test.connector();
    }

    VirtualTime time() {
        return test.time();
    }

    Channel channel(String name) {
        return FakeConnector.channel(new ChannelId(FakeConnector.ID, name));
    }

    void rank(String user, String channel, int rank) {
        new TestRanks(bot()).give(FakeConnector.named(user).id(), channel(channel), rank);
    }

    void join(String user, String channel, boolean administrator, String... roles) {
        channel(channel)
                .space()
                .ifPresent(space -> connector().join(FakeConnector.named(user).id(), space.id(), administrator, roles));
    }

    CompletionStage<Void> publishLater(ChatEvent event) {
        return bot().part(EventBroker.class).publish(event);
    }

    private Bot bot() {
        return test.bot();
    }

    private Plugins plugins() {
        return bot().plugins();
    }
}
