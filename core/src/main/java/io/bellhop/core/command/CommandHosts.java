package io.bellhop.core.command;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Aliases;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Middleware;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.command.parse.BoundCommand;
import io.bellhop.core.event.PluginPool;
import io.bellhop.core.telemetry.Meters;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The register of all commands and of who hosts them. */
@Singleton
final class CommandHosts implements CommandHost, CommandNames, Commands {
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final Middlewares middlewares;
    private final Invocations invocations;
    private final AliasTables aliases;
    private final AccessPolicy access;
    private final CommandSettings settings;
    private final Meters meters;
    private volatile CommandIndex index = CommandIndex.EMPTY;

    @Inject
    CommandHosts(
            Middlewares middlewares,
            Invocations invocations,
            AliasTables aliases,
            AccessPolicy access,
            CommandSettings settings,
            Meters meters) {
        this.invocations = invocations;
        this.aliases = aliases;
        this.meters = meters;
        this.middlewares = middlewares;
        this.access = access;
        this.settings = settings;
    }

    CommandIndex index() {
        return index;
    }

    @Override
    public synchronized void announce(String name, List<CommandDeclaration> commands) {
        var host = hosts.getOrDefault(name, new Host(name));
        var entries = commands.stream()
                .map(command -> new CommandEntry(
                        command, host, meters.command(command.plugin().id(), command.name())))
                .toList();
        var others = entries().stream().filter(entry -> entry.host() != host);
        var announced = new CommandIndex(Stream.concat(others, entries.stream()).toList());
        host.announce(entries); // first, so that no new command meets the old pool
        hosts.put(name, host);
        index = announced;
    }

    @Override
    public void serve(String name, PluginPool pool, List<Object> instances) {
        var host = host(name);
        for (var entry : host.entries()) {
            entry.bind(BoundCommand.of(entry.declaration(), instance(entry.declaration(), instances)));
        }
        host.serve(pool).forEach(Runnable::run);
    }

    @Override
    public void pause(String name) {
        host(name).pause();
    }

    @Override
    public boolean drain(String name, Duration patience) throws InterruptedException {
        var host = hosts.get(name);
        boolean drained = host == null || host.drain(patience);
        if (!drained) {
            invocations.unload(name); // some may have no thread that the pool could interrupt
        }
        return drained;
    }

    @Override
    public void withdraw(String name) {
        Collection<Runnable> waiting;
        synchronized (this) {
            var host = hosts.remove(name);
            if (host == null) {
                return;
            }
            index = new CommandIndex(entries()); // first, so that whoever finds the host withdrawn finds no command
            waiting = host.withdraw();
        }
        aliases.drop(name);
        waiting.forEach(Runnable::run);
    }

    @Override
    public Registration surround(String plugin, Middleware middleware) {
        return middlewares.add(plugin, middleware);
    }

    @Override
    public Aliases aliases(String host) {
        return new HostedAliases(
                aliases.of(host), word -> !index.match(word).name().isEmpty());
    }

    @Override
    public List<CommandDescription> allowed(User user, Channel channel) {
        int rank = access.rank(user, channel);
        return list().stream()
                .filter(command -> access.allows(rank, command, channel))
                .filter(command -> settings.disabled(command, channel).isEmpty())
                .toList();
    }

    @Override
    public List<CommandDescription> list() {
        return entries().stream()
                .<CommandDescription>map(CommandEntry::declaration)
                .sorted(Comparator.comparing(
                                (CommandDescription command) -> command.plugin().id())
                        .thenComparing(CommandDescription::name))
                .toList();
    }

    @Override
    public List<String> all() {
        return List.copyOf(index.names());
    }

    @Override
    public boolean takesCode(String line) {
        var entry = index.match(line).entry();
        return entry == null || entry.declaration().takesCode();
    }

    @Override
    public Optional<String> plugin(String line) {
        return Optional.ofNullable(index.match(line).entry())
                .map(entry -> entry.declaration().plugin().id());
    }

    @Override
    public boolean takesSecret(String line) {
        var entry = index.match(line).entry();
        return entry != null && entry.declaration().takesSecret();
    }

    @Override
    public Optional<CommandDescription> find(String name) {
        return Optional.ofNullable(index.find(name)).map(CommandEntry::declaration);
    }

    @Override
    public Optional<String> disabled(CommandDescription command, Channel channel) {
        return settings.disabled(command, channel);
    }

    @Override
    public String prefix(Channel channel) {
        return settings.prefix(channel);
    }

    Collection<CommandEntry> entries() {
        return hosts.values().stream().flatMap(host -> host.entries().stream()).toList();
    }

    private Host host(String name) {
        var host = hosts.get(name);
        if (host == null) {
            throw new DeclarationException("The commands of " + name + " were never announced.");
        }
        return host;
    }

    private static Object instance(CommandDeclaration declaration, List<Object> instances) {
        return instances.stream()
                .filter(instance -> instance.getClass()
                        .getName()
                        .equals(declaration.method().className()))
                .findFirst()
                .orElseThrow(() -> new DeclarationException(
                        "There is no object of " + declaration.method().className() + "."));
    }
}
