package io.bellhop.core.event.pool;

import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Work that a plugin hands to its own pool. */
record PlainTask(String owner, Runnable work) implements PoolTask {
    @Override
    public void run(Run run) {
        try {
            work.run();
        } catch (Throwable failure) {
            LoggerFactory.getLogger(PlainTask.class).error("work of plugin {} failed", owner, failure);
        }
    }

    @Override
    public Duration deadline() {
        return USUAL_DEADLINE;
    }

    @Override
    public void cut(Cut why) {
        // an unload asks for it; a deadline is a fault of the plugin's
        var level = why == Cut.UNLOAD ? Level.DEBUG : Level.WARN;
        LoggerFactory.getLogger(PlainTask.class).atLevel(level).log("work of plugin {} was cut: {}", owner, why);
    }
}
