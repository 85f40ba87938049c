package io.bellhop.core.command.register;

import io.bellhop.core.command.parse.BoundCommand;
import io.bellhop.core.event.pool.PluginPool;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who hosts commands, and whether they can run now. Guarded by itself. */
public final class Host {
    private final String name;
    private List<CommandEntry> entries = List.of();
    private Set<Runnable> waiting = new LinkedHashSet<>();
    private @Nullable PluginPool pool;
    private int running;
    private boolean withdrawn;

    /**
     * What runs an invocation, both of the same start of the plugin.
     *
     * @param pool runs it
     * @param command what runs
     */
    public record Place(PluginPool pool, BoundCommand command) {}

    Host(String name) {
        this.name = name;
    }

    /**
     * Returns its name: the id of a plugin, or what the core calls its own.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    synchronized List<CommandEntry> entries() {
        return entries;
    }

    synchronized void announce(List<CommandEntry> announced) {
        pool = null;
        entries.forEach(entry -> entry.bind(null));
        entries = announced;
    }

    /**
     * Keeps something until the commands are served or withdrawn.
     *
     * @param retry called then, on the thread that does so
     * @return false, and nothing is kept, if there is nothing to wait for
     */
    public synchronized boolean await(Runnable retry) {
        return pool == null && !withdrawn && waiting.add(retry);
    }

    synchronized boolean isComing() {
        return pool == null && !withdrawn;
    }

    /**
     * Forgets something that has waited long enough.
     *
     * @param retry what was kept
     */
    public synchronized void forget(Runnable retry) {
        waiting.remove(retry);
    }

    /** Serves from now on; returns what has waited. */
    synchronized Collection<Runnable> serve(PluginPool newPool) {
        pool = newPool;
        return takeWaiting();
    }

    synchronized void pause() {
        pool = null;
    }

    /** Forgets everything; returns what has waited. */
    synchronized Collection<Runnable> withdraw() {
        pool = null;
        withdrawn = true;
        entries.forEach(entry -> entry.bind(null));
        entries = List.of();
        return takeWaiting();
    }

    /**
     * Lets an invocation begin, until {@link #end}.
     *
     * @param entry one of the commands of this host
     * @return where it runs, or null if it has to wait
     */
    public synchronized @Nullable Place begin(CommandEntry entry) {
        var command = entry.bound();
        if (pool == null || command == null) {
            return null;
        }
        running++;
        return new Place(pool, command);
    }

    /** Tells that an invocation that had begun has ended. */
    public synchronized void end() {
        if (--running == 0) {
            notifyAll();
        }
    }

    synchronized boolean drain(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (running > 0) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }

    private Collection<Runnable> takeWaiting() {
        var taken = waiting;
        waiting = new LinkedHashSet<>();
        return taken;
    }
}
