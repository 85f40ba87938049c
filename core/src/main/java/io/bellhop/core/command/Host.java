package io.bellhop.core.command;

import io.bellhop.core.event.PluginPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who hosts commands, and whether they can run now. Guarded by itself, but for what is volatile. */
final class Host {
    private final String name;
    private List<CommandEntry> entries = List.of();
    private List<Runnable> waiting = new ArrayList<>();
    private volatile @Nullable PluginPool pool;
    private int running;

    Host(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    synchronized List<CommandEntry> entries() {
        return entries;
    }

    synchronized void announce(List<CommandEntry> announced) {
        pool = null;
        entries = announced;
    }

    /** Returns the pool that runs invocations, or null while they have to wait. */
    @Nullable
    PluginPool pool() {
        return pool;
    }

    /** Keeps something until {@link #serve}; tells whether it has to wait at all. */
    synchronized boolean await(Runnable retry) {
        if (pool != null) {
            return false;
        }
        waiting.add(retry);
        return true;
    }

    /** Serves from now on; returns what has waited. */
    synchronized List<Runnable> serve(PluginPool newPool) {
        pool = newPool;
        return takeWaiting();
    }

    synchronized void pause() {
        pool = null;
    }

    /** Forgets everything; returns what has waited. */
    synchronized List<Runnable> withdraw() {
        pool = null;
        entries.forEach(entry -> entry.bind(null));
        entries = List.of();
        return takeWaiting();
    }

    synchronized void begin() {
        running++;
    }

    synchronized void end() {
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

    private List<Runnable> takeWaiting() {
        var taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }
}
