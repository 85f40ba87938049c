package io.bellhop.core.plugin.run;

import java.lang.ref.WeakReference;
import java.util.List;

/**
 * What is left of a plugin's run. It holds nothing of the plugin, so that it may be kept: whether threads still run and
 * whether the class loader was collected is looked up when asked. Safe for use from any thread.
 */
public final class Ending {
    private final WeakReference<ClassLoader> loader;
    private final List<WeakReference<Thread>> threads;

    Ending(ClassLoader loader, List<Thread> threads) {
        this.loader = new WeakReference<>(loader);
        this.threads = threads.stream().map(WeakReference::new).toList();
    }

    /**
     * Names the threads that ignored their interrupt and still run.
     *
     * @return the names; empty when the plugin is gone
     */
    public List<String> stuck() {
        return threads.stream()
                .map(WeakReference::get)
                .filter(thread -> thread != null && thread.isAlive())
                .map(Thread::getName)
                .toList();
    }

    /**
     * Tells whether the plugin's class loader was collected.
     *
     * @return true if nothing of the plugin is left in memory; false also when no collection has run since
     */
    public boolean isCollected() {
        return loader.refersTo(null);
    }
}
