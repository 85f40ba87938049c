package io.bellhop.core.plugin.run;

import io.bellhop.api.plugin.Lifecycle;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.event.pool.Pools;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin's last code: its connectors are taken down and its objects stopped, on a thread that is not of its pool,
 * because all of those may be busy for good.
 */
final class Farewell {
    private static final Logger log = LoggerFactory.getLogger(Farewell.class);

    private final String plugin;
    private final PluginPool pool;

    Farewell(String plugin, ClassLoader loader, Pools pools) {
        this.plugin = plugin;
        this.pool = pools.open(plugin + "-stop", loader, new PoolOptions(1, 1));
    }

    /** Stops what was started; waits for no longer than it is told. */
    void say(Duration patience, Registrations connectors, List<Lifecycle> started) throws InterruptedException {
        var done = TimedTask.run(pool, "stop", patience, () -> end(connectors, started));
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("plugin {} did not stop in time", plugin, e);
        }
    }

    /** Ends the thread; returns those that would not end. */
    List<Thread> close(Duration grace) throws InterruptedException {
        return pool.close(grace);
    }

    private @Nullable Void end(Registrations connectors, List<Lifecycle> started) {
        connectors.close(registration -> attempt(registration::cancel));
        for (var lifecycle : List.copyOf(started).reversed()) {
            attempt(lifecycle::stop);
        }
        return null;
    }

    private void attempt(Stop stop) {
        try {
            stop.run();
        } catch (Throwable failure) {
            log.warn("plugin {} failed to stop", plugin, failure);
        }
    }

    /** A step that may fail in any way. */
    @FunctionalInterface
    private interface Stop {
        void run() throws Exception;
    }
}
