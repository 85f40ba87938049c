package io.bellhop.core.bench;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.app.Bot;
import io.bellhop.core.app.BotParts;
import io.bellhop.core.app.Home;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.journal.Journal;
import io.bellhop.core.journal.Outbox;
import io.bellhop.core.plugin.Plugins;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.telemetry.trace.Tracing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A whole bot at a null connector, in a home of its own. */
final class BenchBot implements AutoCloseable {
    private static final long POLL_MILLIS = 50;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final SystemTime clockwork = new SystemTime();
    private final Path folder;
    private final Closeable last;
    private final Bot bot;
    private final EventBroker broker;
    private final NullConnector connector;

    BenchBot() throws Exception {
        this("");
    }

    BenchBot(String yaml) throws Exception {
        this(Folder.temporary(), yaml);
    }

    private BenchBot(Folder folder, String yaml) throws Exception {
        this(folder.path(), yaml, new NullConnector(), Duration.ZERO, folder);
    }

    /** Starts in a home that stays, so much later than it is. */
    BenchBot(Path folder, NullConnector connector, Duration later) throws Exception {
        this(folder, Files.readString(new Home(folder).config()), connector, later, () -> {});
    }

    private BenchBot(Path folder, String yaml, NullConnector connector, Duration later, Closeable last)
            throws Exception {
        this.folder = folder;
        this.last = last;
        this.connector = connector;
        var home = new Home(folder);
        Files.createDirectories(home.plugins());
        Files.createDirectories(home.data());
        Files.writeString(home.config(), yaml);
        var configuration = Configuration.load(home.config(), Map.of());
        var config = configuration.bind(CoreConfig.class, "");
        var time = new LaterTime(clockwork, later);
        bot = new Bot(new BotParts(home, configuration, config, Set.of(), time, new SecureRandom(), Tracing.NONE));
        bot.start();
        bot.plugins().await();
        bot.connect(connector);
        broker = bot.part(EventBroker.class);
    }

    /**
     * Waits until all that is owed has been paid, also what a platform did not take at once.
     *
     * @param patience how long nothing may be paid
     * @return whether it has been
     */
    boolean paysAll(Duration patience) throws InterruptedException {
        long least = Long.MAX_VALUE;
        long until = System.nanoTime() + patience.toNanos();
        while (isBusy() || owed() > 0) {
            long owed = owed();
            if (owed < least) {
                least = owed;
                until = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private boolean isBusy() throws InterruptedException {
        return !bot.part(Invocations.class).drain(LOOK)
                || !bot.part(Outbox.class).drain(LOOK);
    }

    private long owed() {
        bot.part(Journal.class).settle().toCompletableFuture().join();
        return rows("journal");
    }

    /** Waits until the audit's rows are in their table, as they are soon after nobody asks for anything any more. */
    void settle() throws InterruptedException {
        while (rows("audit_note") > 0) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private long rows(String table) {
        return bot.part(CoreDatabase.class)
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM <table>")
                        .define("table", table)
                        .mapTo(Long.class)
                        .one());
    }

    /** Connects it to one more platform. */
    void connect(Connector other) throws Exception {
        bot.connect(other);
    }

    /** Returns a part of it. */
    <T> T part(Class<T> type) {
        return bot.part(type);
    }

    NullConnector connector() {
        return connector;
    }

    Plugins plugins() {
        return bot.plugins();
    }

    /** Brings a version of a plugin into the home, and returns how long it took until it served, in nanoseconds. */
    long load(PluginJar jar, String version) throws IOException, InterruptedException {
        var file = jar.release(folder.resolve("plugins"), version);
        long begun = System.nanoTime();
        bot.plugins().load(file);
        return System.nanoTime() - begun;
    }

    /** Loads a plugin that was built before. */
    void load(Path jar) throws IOException, InterruptedException {
        var file = folder.resolve("plugins").resolve(jar.getFileName());
        Files.copy(jar, file);
        bot.plugins().load(file);
    }

    CompletionStage<Void> publish(MessageReceived event) {
        return broker.publish(event);
    }

    @Override
    public void close() throws IOException {
        try {
            bot.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clockwork.close();
        last.close();
    }
}
