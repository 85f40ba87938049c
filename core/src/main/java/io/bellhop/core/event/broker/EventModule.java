package io.bellhop.core.event.broker;

import com.google.inject.AbstractModule;
import io.bellhop.core.event.Time;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.event.pool.Pools;

/** The broker, the plugins' pools, and time. */
public final class EventModule extends AbstractModule {
    private final Time time;
    private final PoolOptions pools;

    /**
     * Makes the module.
     *
     * @param time the machine's time, or a test's
     * @param pools how large the plugins' pools are
     */
    public EventModule(Time time, PoolOptions pools) {
        this.time = time;
        this.pools = pools;
    }

    @Override
    protected void configure() {
        bind(Time.class).toInstance(time);
        bind(PoolOptions.class).toInstance(pools);
        bind(EventBroker.class);
        bind(Pools.class);
    }
}
