package io.bellhop.core.testkit;

import io.bellhop.core.plugin.Plugins;
import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.roster.PluginState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Unloads plugins, and fails if anything of them stays behind. */
record Unloading(Plugins plugins, Duration patience) {
    private static final int ROUNDS_BEFORE_SOFT = 20;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Unloads all that run; fails if threads of one stay behind. */
    void endsAll() {
        try {
            for (var plugin : dependentsFirst()) {
                var status = plugins.unload(plugin);
                if (status.state() == PluginState.STUCK) {
                    throw new AssertionError("The plugin " + plugin + " is stuck: " + status.reason());
                }
            }
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
    }

    /** What others still need would be missed by them, which the log tells. */
    private List<String> dependentsFirst() throws InterruptedException {
        var open = new ArrayList<Blueprint>();
        for (var plugin : plugins.list()) {
            if (plugin.state() == PluginState.RUNNING) {
                open.add(plugins.report(plugin.id()).blueprint());
            }
        }
        var sorted = new ArrayList<String>();
        while (!open.isEmpty()) {
            var free = open.stream()
                    .filter(plugin -> open.stream().noneMatch(other -> other.needs(plugin.id())))
                    .toList();
            open.removeAll(free);
            free.forEach(plugin -> sorted.add(plugin.id()));
        }
        return sorted;
    }

    /** Unloads the plugin under test; fails if a command, a thread or, after full collections, a class is left. */
    void leavesNothing() {
        try {
            var status = plugins.unload(PluginUnderTest.id());
            if (status.state() != PluginState.UNLOADED) {
                throw new AssertionError("The plugin is " + status.state() + ": " + status.reason());
            }
            awaitCollection();
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
    }

    private void awaitCollection() throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (int round = 1; !isCollected(); round++) {
            if (System.nanoTime() > until) {
                throw new AssertionError(
                        "Classes of the plugin are still held: by a static field of the JDK, a thread, a"
                                + " shutdown hook or a ThreadLocal of another's thread.");
            }
            collect(round);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void collect(int round) {
        if (round % ROUNDS_BEFORE_SOFT == 0) {
            collectWhatIsHeldSoftly();
        } else {
            System.gc();
        }
    }

    /**
     * Asks for more memory than there can be, before which the JVM lets go of all that is only held softly. The JDK
     * holds so, until the next plugin does the same, the types that the {@code equals} of a record was linked with.
     */
    private static void collectWhatIsHeldSoftly() {
        long longs = Runtime.getRuntime().maxMemory() / Long.BYTES;
        try {
            var all = new long[(int) (longs / LONGEST_ARRAY) + 1][(int) Math.min(longs, LONGEST_ARRAY)];
            throw new IllegalStateException("There was room for " + all.length + " times all memory.");
        } catch (OutOfMemoryError expected) {
            System.gc();
        }
    }

    private boolean isCollected() throws InterruptedException {
        return plugins.report(PluginUnderTest.id())
                .ending()
                .orElseThrow(() -> new AssertionError("The plugin has not ended."))
                .isCollected();
    }
}
