package io.bellhop.core.plugin.run;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.command.Middleware;
import io.bellhop.api.event.Broker;
import io.bellhop.api.plugin.Lifecycle;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.schedule.PluginScheduler;
import io.bellhop.core.storage.PluginDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plugin, from its constructors to its last thread. Started and stopped once, by one thread; its code runs
 * on its own pool only.
 */
public final class PluginRuntime {
    /** What the pool's threads get to heed their interrupts where its stop has used up the time for that. */
    private static final long LEAST_NANOS = 10_000_000;

    private final Blueprint blueprint;
    private final ClassLoader loader;
    private final HostServices host;
    private final List<PluginRuntime> dependencies;
    private final Patience patience;
    private final PluginPool pool;
    private final PluginScheduler scheduler;
    private final PluginDatabase database;
    private final Broker broker;
    private final Registrations registrations = new Registrations();
    private final Registrations connectors = new Registrations();
    private final ServiceHandles handles;
    private final List<Object> instances = new CopyOnWriteArrayList<>();
    private final List<Lifecycle> started = new CopyOnWriteArrayList<>();

    PluginRuntime(
            Blueprint blueprint,
            ClassLoader loader,
            HostServices host,
            List<PluginRuntime> dependencies,
            Patience patience) {
        this.blueprint = blueprint;
        this.loader = loader;
        this.host = host;
        this.dependencies = dependencies;
        this.patience = patience;
        this.pool = host.pools().open(blueprint.id(), loader);
        this.scheduler = new PluginScheduler(host.time(), pool, host.faults(), host.jobs());
        this.database = host.databases().ofPlugin(blueprint.id(), blueprint.migrations());
        this.broker = host.broker().forPlugin(pool, registrations::add);
        this.handles = new ServiceHandles(blueprint.id());
    }

    /**
     * Returns what runs.
     *
     * @return the blueprint
     */
    public Blueprint blueprint() {
        return blueprint;
    }

    /**
     * Returns the plugin's threads.
     *
     * @return the pool
     */
    public PluginPool pool() {
        return pool;
    }

    /**
     * Makes the plugin's objects, starts them and registers them, on the plugin's pool.
     *
     * @return completes when all is done but the serving of commands; exceptionally with what failed
     */
    CompletableFuture<@Nullable Void> start() {
        return TimedTask.run(pool, "start", patience.start(), () -> {
            make();
            launch();
            register();
            return null;
        });
    }

    /** Serves the commands that were announced, and those who ask what is kept about them. */
    void serve() {
        host.commandHost().serve(blueprint.id(), pool, instances);
        registrations.add(host.people().add(blueprint.id(), pool, instances));
    }

    /** Makes handles on the services that this plugin offers, for one dependent. */
    Map<Class<?>, Object> services() throws ClassNotFoundException {
        var services = new LinkedHashMap<Class<?>, Object>();
        for (var name : blueprint.declarations().services()) {
            var type = loader.loadClass(name);
            instances.stream()
                    .filter(type::isInstance)
                    .findFirst()
                    .ifPresent(instance -> services.put(type, handles.handle(type, instance)));
        }
        return services;
    }

    /** Ends it all; answers soon, whatever the plugin's code does. */
    Ending stop() throws InterruptedException {
        registrations.close();
        scheduler.cancelAll();
        var farewell = new Farewell(blueprint.id(), loader, host.pools());
        farewell.say(patience.stop(), connectors, started);
        handles.revoke();
        var until = System.nanoTime() + patience.close().toNanos();
        var stuck = new ArrayList<>(farewell.close(patience.close()));
        stuck.addAll(pool.close(Duration.ofNanos(Math.max(LEAST_NANOS, until - System.nanoTime()))));
        var ending = new Ending(loader, stuck);
        database.closeBehind(ending::stuck);
        instances.clear();
        started.clear();
        return ending;
    }

    private void make() throws ClassNotFoundException {
        if (!blueprint.migrations().isEmpty()) {
            database.open();
        }
        var types = PluginTypes.load(blueprint.declarations(), loader, dependencies);
        if (types.configurations().isEmpty()) {
            host.settings().requireNone(blueprint.id(), types.chatKeys());
        }
        var injection = new PluginInjection(blueprint, host, broker, scheduler, this::perform, database, types);
        var injector = Guice.createInjector(
                Stage.DEVELOPMENT,
                injection,
                host.access().module(blueprint.id(), registrations::add),
                host.chatSettings().module(blueprint.id(), pool, types.chatSettings(), registrations::add));
        for (var type : types.classes()) {
            instances.add(injector.getInstance(type));
        }
    }

    /** What a plugin gives its own pool to do fails on its own account. */
    private void perform(Runnable task) {
        pool.execute(() -> {
            try {
                task.run();
            } catch (Throwable failure) {
                host.faults().report(blueprint.id(), "task", failure);
            }
        });
    }

    private void launch() throws Exception {
        for (var instance : instances) {
            if (instance instanceof Lifecycle lifecycle) {
                started.add(lifecycle);
                lifecycle.start();
            }
        }
    }

    private void register() throws Exception {
        var subscribers = new Subscribers(broker);
        for (var instance : instances) {
            subscribers.subscribe(instance);
            if (instance instanceof Middleware middleware) {
                registrations.add(host.commandHost().surround(blueprint.id(), middleware));
            }
            if (instance instanceof Connector connector) {
                host.connectorHost().add(connector, broker);
                connectors.add(() -> host.connectorHost().remove(connector));
            }
        }
    }
}
