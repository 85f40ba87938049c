package io.bellhop.core.event.pool;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Makes the plugins' pools. */
@Singleton
public final class Pools {
    private final PoolOptions options;
    private final DeadlineWatch watch;

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
        return new PluginPool(owner, loader, size, watch);
    }

    /**
     * Returns the pools that are open.
     *
     * @return the pools
     */
    public Collection<PluginPool> open() {
        return watch.pools().stream().filter(pool -> !pool.isClosed()).toList();
    }
}
