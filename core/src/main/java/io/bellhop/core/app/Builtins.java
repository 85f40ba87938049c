package io.bellhop.core.app;

import io.bellhop.api.plugin.PluginDescription;
import io.bellhop.core.approval.ApprovalCommands;
import io.bellhop.core.audit.search.AuditCommands;
import io.bellhop.core.command.CommandHost;
import io.bellhop.core.command.declare.CommandReader;
import io.bellhop.core.command.declare.Suggester;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.event.pool.Pools;
import io.bellhop.core.people.PeopleCommands;
import io.bellhop.core.plugin.PluginCommands;
import io.bellhop.core.schedule.ScheduleCommands;
import io.bellhop.core.settings.SettingsCommands;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Serves the core's own commands: those for everyone on a pool like a plugin's, and administration on threads of its
 * own, so that owners get through whatever is going on.
 */
@Singleton
final class Builtins {
    private static final PluginDescription CORE = new Core();
    /** No plugin's id has a dot, so none can take this name. */
    private static final String ADMINISTRATION = "core.admin";

    private static final Duration GRACE = Duration.ofMillis(200);
    /** The second unloads a plugin whose start the first still waits for. */
    private static final PoolOptions TWO_THREADS = new PoolOptions(2, 100);

    private final CommandHost host;
    private final PluginPool pool;
    private final PluginPool administrationPool;
    private final List<Object> commands;
    private final List<Object> administration;

    @Inject
    Builtins(
            CommandHost host,
            Pools pools,
            CoreCommands commands,
            AuditCommands audit,
            ApprovalCommands approvals,
            PeopleCommands people,
            SettingsCommands settings,
            Administration administration,
            PluginCommands pluginCommands,
            ScheduleCommands scheduleCommands) {
        var loader = Builtins.class.getClassLoader();
        this.host = host;
        this.pool = pools.open("core", loader);
        this.administrationPool = pools.open(ADMINISTRATION, loader, TWO_THREADS);
        this.commands = List.of(commands, audit, approvals, people, settings, scheduleCommands);
        this.administration = List.of(administration, pluginCommands);
    }

    /** The core as if it were a plugin. */
    private record Core() implements PluginDescription {
        @Override
        public String id() {
            return "core";
        }

        @Override
        public String version() {
            return Version.current();
        }

        @Override
        public String description() {
            return "What the bot itself can do.";
        }
    }

    /** The pool of the core's commands for everyone. */
    PluginPool pool() {
        return pool;
    }

    void serve() {
        serve("core", pool, commands);
        serve(ADMINISTRATION, administrationPool, administration);
    }

    void close() throws InterruptedException {
        pool.close(GRACE);
        administrationPool.close(GRACE);
    }

    private void serve(String name, PluginPool threads, List<Object> instances) {
        var models = instances.stream()
                .map(instance ->
                        model(instance.getClass().getName().replace('.', '/')).orElseThrow())
                .toList();
        var declared = models.stream()
                .flatMap(model -> CommandReader.read(model, CORE, Builtins::model).stream())
                .toList();
        var suggesters =
                models.stream().flatMap(model -> Suggester.read(model).stream()).toList();
        host.announce(name, Suggester.join(declared, suggesters));
        host.serve(name, threads, instances);
    }

    private static Optional<ClassModel> model(String internalName) {
        try (var in = Builtins.class.getClassLoader().getResourceAsStream(internalName + ".class")) {
            return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
