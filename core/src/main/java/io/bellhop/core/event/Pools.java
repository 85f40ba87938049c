package io.bellhop.core.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes the plugins' pools. */
@Singleton
public final class Pools {
    private final PoolOptions options;
    private final DeadlineWatch watch;
    private final Collection<PluginPool> open = new ConcurrentLinkedQueue<>();

    @Inject
    public Pools(PoolOptions options, DeadlineWatch watch) {
        this.options = options;
        this.watch = watch;
    }

    /**
     * Opens the pool of a plugin.
     *
     * @param owner the plugin's id, which names the threads
     * @param loader the context class loader of the threads
     * @return an empty pool
     */
    public PluginPool open(String owner, ClassLoader loader) {
        return open(owner, loader, options);
    }

    /**
     * Opens a pool of a size of its own.
     *
     * @param owner what names the threads
     * @param loader the context class loader of the threads
     * @param size how large it is
     * @return an empty pool
     */
    public PluginPool open(String owner, ClassLoader loader, PoolOptions size) {
        open.removeIf(PluginPool::isClosed);
        var pool = new PluginPool(owner, loader, size, watch);
        open.add(pool);
        return pool;
    }

    /**
     * Returns the pools that are open.
     *
     * @return the pools
     */
    public Collection<PluginPool> open() {
        return open.stream().filter(pool -> !pool.isClosed()).toList();
    }
}
