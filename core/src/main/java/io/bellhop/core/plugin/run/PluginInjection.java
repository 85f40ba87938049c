package io.bellhop.core.plugin.run;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.command.Aliases;
import io.bellhop.api.command.Commands;
import io.bellhop.api.event.Broker;
import io.bellhop.api.plugin.PluginDescription;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.api.storage.KeyValue;
import io.bellhop.core.chat.ConnectorsForPlugins;
import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.storage.PluginDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;

/**
 * What a plugin's constructors may ask for. Its injector is never a child of the core's: the core's would keep the
 * plugin's classes for ever.
 */
final class PluginInjection extends AbstractModule {
    private final Blueprint blueprint;
    private final HostServices host;
    private final Broker broker;
    private final Scheduler scheduler;
    private final Executor pool;
    private final PluginDatabase database;
    private final List<Class<?>> classes;
    private final List<Class<? extends Record>> configurations;
    private final Set<String> chatKeys;
    private final Map<Class<?>, Object> services;

    PluginInjection(
            Blueprint blueprint,
            HostServices host,
            Broker broker,
            Scheduler scheduler,
            Executor pool,
            PluginDatabase database,
            PluginTypes types) {
        this.blueprint = blueprint;
        this.host = host;
        this.broker = broker;
        this.scheduler = scheduler;
        this.pool = pool;
        this.database = database;
        this.classes = types.classes();
        this.configurations = types.configurations();
        this.chatKeys = types.chatKeys();
        this.services = types.services();
    }

    @Override
    protected void configure() {
        bind(Broker.class).toProvider(() -> broker);
        bind(Scheduler.class).toProvider(() -> scheduler);
        bind(Executor.class).toProvider(() -> pool);
        bind(Jdbi.class).toProvider(database::jdbi);
        bind(KeyValue.class).toProvider(database::keyValue);
        bind(Connectors.class).toProvider(() -> new ConnectorsForPlugins(host.connectors()));
        bind(Commands.class).toProvider(host::commands);
        bind(Aliases.class).toProvider(() -> host.commandHost().aliases(blueprint.id()));
        bind(Clock.class).toProvider(() -> host.time().clock());
        bind(RandomGenerator.class).toProvider(host::random);
        bind(PluginDescription.class).toProvider(blueprint::descriptor);
        classes.forEach(type -> bind(type).in(Singleton.class));
        configurations.forEach(this::bindConfiguration);
        services.forEach(this::bindService);
    }

    private <T extends Record> void bindConfiguration(Class<T> type) {
        bind(type).toProvider(() -> host.settings().bind(type, blueprint.id(), chatKeys));
    }

    private <T> void bindService(Class<T> type, Object handle) {
        bind(type).toProvider(() -> type.cast(handle));
    }
}
