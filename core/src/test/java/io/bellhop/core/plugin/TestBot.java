package io.bellhop.core.plugin;

import com.google.inject.Guice;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.event.Broker;
import io.bellhop.core.access.AccessForPlugins;
import io.bellhop.core.access.AccessModule;
import io.bellhop.core.access.AccessStore;
import io.bellhop.core.access.MemoryAccessStore;
import io.bellhop.core.app.HomeBot;
import io.bellhop.core.command.NoCommands;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.config.Problem;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.event.pool.DeadlineWatch;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.event.pool.Pools;
import io.bellhop.core.plugin.roster.PluginStatus;
import io.bellhop.core.plugin.run.ConnectorHost;
import io.bellhop.core.plugin.run.HostServices;
import io.bellhop.core.plugin.run.Patience;
import io.bellhop.core.plugin.run.PluginSettings;
import io.bellhop.core.schedule.Alarms;
import io.bellhop.core.schedule.JobStore;
import io.bellhop.core.schedule.Jobs;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.StorageOptions;
import io.bellhop.core.telemetry.meter.Meters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** As much of a bot as plugins need. */
final class TestBot {
    private static final Patience USUAL = new Patience(
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    final FakeCommandHost commands = new FakeCommandHost();
    final List<String> notices = new CopyOnWriteArrayList<>();
    final List<Connector> connectors = new CopyOnWriteArrayList<>();
    final Map<String, String> pins = new ConcurrentHashMap<>();
    final EventBroker broker;
    final PluginFaults faults;
    final Plugins plugins;
    final LivePlugins live;
    final Path folder;
    private final SystemTime time = new SystemTime();

    TestBot(Path home) throws IOException {
        this(home, USUAL);
    }

    TestBot(Path home, Patience patience) throws IOException {
        folder = Files.createDirectories(home.resolve("plugins"));
        faults = new PluginFaults(time);
        broker = new EventBroker(event -> CompletableFuture.completedStage(null), faults, new Meters());
        var pools = new Pools(new PoolOptions(4, 100), new DeadlineWatch(time));
        var host = new HostServices(
                broker,
                pools,
                time,
                RandomGenerator.getDefault(),
                faults,
                new Settings(),
                commands,
                new Links(),
                new NoCommands(),
                new NoConnectors(),
                Guice.createInjector(
                                new AccessModule(Set.of()),
                                binder -> binder.bind(AccessStore.class).toInstance(new MemoryAccessStore()))
                        .getInstance(AccessForPlugins.class),
                new Meters(),
                new Databases(new StorageOptions(home.resolve("data")), time.clock()),
                (plugin, pool, instances) -> () -> {},
                new Jobs(new Alarms(time), time, JobStore.NONE),
                (plugin, pool, types, registrations) -> binder -> {});
        var places = PluginOptions.of(home, "0.1.0");
        var options = new PluginOptions(places.folder(), places.copies(), places.memory(), "0.1.0", patience);
        plugins = new Plugins(options, host, faults, notices::add);
        live = new LivePlugins(plugins, host);
    }

    static TestBot started(Path home) throws Exception {
        return started(home, USUAL);
    }

    static TestBot started(Path home, Patience patience) throws Exception {
        var bot = new TestBot(home, patience);
        bot.plugins.start();
        bot.plugins.await();
        return bot;
    }

    Path put(PluginJar jar, String name) {
        return jar.write(folder.resolve(name));
    }

    PluginStatus load(PluginJar jar, String name) throws Exception {
        return plugins.load(put(jar, name));
    }

    PluginStatus status(String id) {
        return plugins.list().stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Tells whether nothing of a plugin that has ended is left in memory. */
    boolean isCollected(String id) throws InterruptedException {
        var ending = plugins.report(id).ending().orElseThrow();
        return comesTrue(() -> {
            System.gc();
            return ending.isCollected();
        });
    }

    /** Waits for what another thread is about to do. */
    static boolean comesTrue(BooleanSupplier condition) {
        return HomeBot.comesTrue(condition);
    }

    void close() throws InterruptedException {
        plugins.stop();
        time.close();
    }

    private final class Settings implements PluginSettings {
        @Override
        public <T extends Record> T bind(Class<T> type, String plugin, Set<String> others) {
            var key = "plugins.%s.token".formatted(plugin);
            throw new ConfigurationException(List.of(new Problem("/home/ann/bellhop.yaml", 3, key, "must be set", "")));
        }

        @Override
        public void requireNone(String plugin, Set<String> others) {}

        @Override
        public Set<String> ids() {
            return Set.of();
        }

        @Override
        public Optional<String> sha256(String plugin) {
            return Optional.ofNullable(pins.get(plugin));
        }
    }

    private final class Links implements ConnectorHost {
        @Override
        public void add(Connector connector, Broker broker) {
            connectors.add(connector);
        }

        @Override
        public void remove(Connector connector) {
            connectors.remove(connector);
        }
    }

    private static final class NoConnectors implements Connectors {
        @Override
        public List<Connector> all() {
            return List.of();
        }

        @Override
        public Optional<Connector> find(String id) {
            return Optional.empty();
        }
    }
}
