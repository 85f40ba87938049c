package io.bellhop.core.plugin;

import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import io.bellhop.core.storage.DiskTrouble;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each plugin's failure budget: so many failures in so short a time are too many. A full or broken disk counts against
 * nobody's: every plugin that stores something would be quarantined by it, also what it can still do, and would stay so
 * when the owner has freed some room. Safe for use from any thread.
 */
@Singleton
public final class PluginFaults implements Faults {
    static final int BUDGET = 5;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Logger log = LoggerFactory.getLogger(PluginFaults.class);

    private final Time time;
    private final ConcurrentHashMap<String, Deque<Long>> failures = new ConcurrentHashMap<>();
    private volatile BiConsumer<String, String> exhausted = (plugin, reason) -> {};

    @Inject
    public PluginFaults(Time time) {
        this.time = time;
    }

    /** Names who is told, with id and reason, that a plugin has used its budget up. Called on the failing thread. */
    void onExhausted(BiConsumer<String, String> listener) {
        exhausted = listener;
    }

    @Override
    public void report(String plugin, String where, Throwable failure) {
        log.error("plugin {} failed: {}", plugin, where, failure);
        if (DiskTrouble.behind(failure).isEmpty() && exhausts(plugin)) {
            exhausted.accept(
                    plugin,
                    "It failed %d times within %d minutes, at last in %s: %s."
                            .formatted(
                                    BUDGET,
                                    WINDOW.toMinutes(),
                                    where,
                                    failure.getClass().getSimpleName()));
        }
    }

    /**
     * Returns how often a plugin failed within the window.
     *
     * @param plugin its id
     * @return the count, its budget at most
     */
    public int recent(String plugin) {
        var times = failures.get(plugin);
        if (times == null) {
            return 0;
        }
        synchronized (times) {
            expire(times);
            return times.size();
        }
    }

    /** Gives a plugin its whole budget back. */
    void forgive(String plugin) {
        failures.remove(plugin);
    }

    /** Counts a failure; those beyond the budget change nothing, however many come before the plugin is stopped. */
    private boolean exhausts(String plugin) {
        var times = failures.computeIfAbsent(plugin, id -> new ArrayDeque<>());
        synchronized (times) {
            expire(times);
            if (times.size() >= BUDGET) {
                return false;
            }
            times.add(time.nanos());
            return times.size() == BUDGET;
        }
    }

    private void expire(Deque<Long> times) {
        long oldest = time.nanos() - WINDOW.toNanos();
        times.removeIf(at -> at - oldest < 0);
    }
}
