package io.bellhop.core.testkit;

import io.bellhop.core.access.AccessTable;
import io.bellhop.core.app.Bot;
import io.bellhop.core.app.BotParts;
import io.bellhop.core.app.Home;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.plugin.roster.PluginState;
import io.bellhop.core.telemetry.trace.Tracing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The bot of a test, which starts and ends on one home, with a platform and a time that stay. For use by one thread.
 */
final class BotUnderTest {
    private final VirtualTime time = new VirtualTime();
    private final FakeConnector connector = new FakeConnector();
    private final Path home;
    private final RandomGenerator random;
    private Bot bot;

    BotUnderTest(Path home, RandomGenerator random) {
        this.home = home;
        this.random = random;
        this.bot = make();
    }

    private Bot make() {
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        return new Bot(new BotParts(
                new Home(home),
                configuration,
                configuration.bind(CoreConfig.class, ""),
                Set.of(FakeConnector.named("owner").id()),
                time,
                random,
                Tracing.NONE));
    }

    Path home() {
        return home;
    }

    VirtualTime time() {
        return time;
    }

    FakeConnector connector() {
        return connector;
    }

    /** Returns the one that there is now. */
    Bot bot() {
        return bot;
    }

    /** Starts it, and fails if a plugin is refused. */
    void start() {
        var started = new CompletableFuture<Void>();
        Thread.ofPlatform().name("test-start").daemon().start(() -> {
            try {
                bot.part(AccessTable.class).open();
                bot.start();
                bot.plugins().await();
                bot.connect(connector);
                started.complete(null);
            } catch (Exception e) {
                started.completeExceptionally(e);
            }
        });
        Patience.await(started, "The plugin did not return from its constructor or start");
        for (var plugin : bot.plugins().list()) {
            if (plugin.state() != PluginState.RUNNING) {
                throw new AssertionError("The plugin " + plugin.id() + " is refused: " + plugin.reason());
            }
        }
    }

    /** Ends it, and starts it anew after some time. */
    void restart(Duration away) {
        end();
        time.dropTimers();
        time.advance(away);
        bot = make();
        start();
    }

    /** Ends it, and deletes its home. */
    void delete() {
        end();
        try (Stream<Path> files = Files.walk(home)) {
            for (var file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        try {
            bot.stop();
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
    }
}
