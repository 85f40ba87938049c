package io.bellhop.core.plugin.run;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.plugin.Lifecycle;
import io.bellhop.core.event.PoolOptions;
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
    private final ClassLoader loader;
    private final HostServices host;
    private final Patience patience;

    Farewell(String plugin, ClassLoader loader, HostServices host, Patience patience) {
        this.plugin = plugin;
        this.loader = loader;
        this.host = host;
        this.patience = patience;
    }

    /** Stops what was made and started; returns the threads that would not end. */
    List<Thread> say(List<Object> instances, List<Lifecycle> started) throws InterruptedException {
        if (started.isEmpty() && instances.stream().noneMatch(Connector.class::isInstance)) {
            return List.of();
        }
        var pool = host.pools().open(plugin + "-stop", loader, new PoolOptions(1, 1));
        var done = TimedTask.run(pool, patience.stop(), () -> end(instances, started));
        try {
            done.get(patience.stop().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("plugin {} did not stop in time", plugin, e);
        }
        return pool.close(patience.close());
    }

    private @Nullable Void end(List<Object> instances, List<Lifecycle> started) {
        for (var instance : instances) {
            if (instance instanceof Connector connector) {
                attempt(() -> host.connectorHost().remove(connector));
            }
        }
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
