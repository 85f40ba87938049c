package io.bellhop.core.plugin.run;

import io.bellhop.core.config.Durations;
import io.bellhop.core.event.pool.Cut;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolTask;
import io.bellhop.core.event.pool.Run;
import io.bellhop.core.plugin.inspect.PluginRefused;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A step of a plugin's life, run on a pool of its own; its future ends even when the step does not. */
final class TimedTask implements PoolTask {
    private final String name;
    private final Callable<@Nullable Void> step;
    private final Duration deadline;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    private TimedTask(String name, Duration deadline, Callable<@Nullable Void> step) {
        this.name = name;
        this.step = step;
        this.deadline = deadline;
    }

    static CompletableFuture<@Nullable Void> run(
            PluginPool pool, String name, Duration deadline, Callable<@Nullable Void> step) {
        var task = new TimedTask(name, deadline, step);
        if (pool.reserve()) {
            pool.run(task);
        } else {
            task.cut(Cut.UNLOAD);
        }
        return task.done;
    }

    @Override
    public void run(Run run) {
        try {
            done.complete(step.call());
        } catch (Throwable failure) {
            done.completeExceptionally(failure);
        }
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    @Override
    public void cut(Cut why) {
        done.completeExceptionally(new PluginRefused(
                switch (why) {
                    case DEADLINE -> "Its %s did not end within %s.".formatted(name, Durations.format(deadline));
                    case CANCEL, WITHDRAWN, UNLOAD, STOP -> "Its %s was ended before its time.".formatted(name);
                }));
    }
}
