package io.bellhop.core.command.register;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Aliases;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.command.parse.BoundCommand;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.telemetry.meter.Meters;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The register of all commands and of who hosts them. Safe for use from any thread. */
@Singleton
public final class CommandRegister {
    private static final Pattern WORD = Pattern.compile("\\b\\w");

    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AliasTables aliases;
    private final Meters meters;
    private volatile CommandIndex index = CommandIndex.EMPTY;

    @Inject
    CommandRegister(AliasTables aliases, Meters meters) {
        this.aliases = aliases;
        this.meters = meters;
    }

    /**
     * Returns what finds the command that a line calls.
     *
     * @return the index of all commands that are known now
     */
    public CommandIndex index() {
        return index;
    }

    /**
     * Tells whether anybody who hosts commands is being started or upgraded.
     *
     * @return true if so
     */
    public boolean isSettling() {
        return hosts.values().stream().anyMatch(Host::isComing);
    }

    /**
     * Finds what a line calls, by as many aliases as are followed when it is admitted.
     *
     * @param user whose aliases count
     * @param line a line without its prefix
     * @return the command, or null if there is none
     */
    public @Nullable CommandEntry called(UserId user, String line) {
        var rest = line;
        for (int i = 0; rest != null && i <= AliasTables.MOST_IN_A_ROW; i++) {
            var match = index.match(rest);
            if (match.entry() != null) {
                return match.entry();
            }
            rest = match.name().isEmpty() ? aliases.expand(user, match.arguments()) : null;
        }
        return null;
    }

    /**
     * Tells whether a command that takes a secret is called anywhere in a line, as in one that is to be scheduled.
     * Sooner once too often: a word can be called as such a command is.
     *
     * @param user whose aliases count
     * @param line a line without its prefix
     * @return true if the line may hold a secret
     */
    public boolean mayHoldSecret(UserId user, String line) {
        return index.takesSecrets()
                && WORD.matcher(line)
                        .results()
                        .map(word -> called(user, line.substring(word.start())))
                        .anyMatch(entry -> entry != null && entry.declaration().takesSecret());
    }

    /**
     * Makes commands known, which wait until they are served.
     *
     * @param name who hosts them
     * @param commands the declarations, which replace those announced before
     * @throws DeclarationException if a name is already taken by another host; nothing changes then
     */
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
        listeners.forEach(Runnable::run);
    }

    /**
     * Serves the commands that were announced, those that wait first.
     *
     * @param name who hosts them
     * @param pool runs them
     * @param instances the objects whose classes declare the commands
     * @throws DeclarationException if a declared class or method isn't among them
     */
    public void serve(String name, PluginPool pool, List<Object> instances) {
        var host = host(name);
        for (var entry : host.entries()) {
            entry.bind(BoundCommand.of(entry.declaration(), className -> instance(className, instances)));
        }
        host.serve(pool).forEach(Runnable::run);
    }

    /**
     * Lets the commands wait again.
     *
     * @param name who hosts them
     */
    public void pause(String name) {
        host(name).pause();
    }

    /**
     * Waits until no invocation of a host runs.
     *
     * @param name the host
     * @param patience how long to wait at most
     * @return true if all have ended in time
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean drain(String name, Duration patience) throws InterruptedException {
        var host = hosts.get(name);
        return host == null || host.drain(patience);
    }

    /**
     * Forgets the commands and shorthands of a host, if it is known, and lets what waits for it find that out.
     *
     * @param name who hosts them
     */
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
        listeners.forEach(Runnable::run);
        waiting.forEach(Runnable::run);
    }

    /**
     * Names who hears that commands came or went, or are declared otherwise.
     *
     * @param listener called on the thread that changed them, which holds locks: it is quick
     * @return ends it
     */
    public Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Hands out the shorthands that a host keeps for users.
     *
     * @param name who keeps them
     * @return the way to put and remove them
     */
    public Aliases aliases(String name) {
        return new HostedAliases(
                aliases.of(name), word -> !index.match(word).name().isEmpty());
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

    private static Object instance(String className, List<Object> instances) {
        return instances.stream()
                .filter(instance -> instance.getClass().getName().equals(className))
                .findFirst()
                .orElseThrow(() -> new DeclarationException("There is no object of " + className + "."));
    }
}
