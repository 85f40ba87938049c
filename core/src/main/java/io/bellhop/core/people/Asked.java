package io.bellhop.core.people;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.config.Durations;
import io.bellhop.core.event.Cut;
import io.bellhop.core.event.PluginPool;
import io.bellhop.core.event.PoolTask;
import io.bellhop.core.event.Run;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A question to a plugin, answered on its own pool; its future ends even when the plugin does not answer. */
final class Asked<T> implements PoolTask {
    static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Callable<T> question;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    private Asked(Callable<T> question) {
        this.question = question;
    }

    static <T> CompletableFuture<T> on(PluginPool pool, Callable<T> question) {
        var asked = new Asked<>(question);
        if (pool.reserve()) {
            pool.run(asked);
        } else {
            asked.answer.completeExceptionally(unreached("has too much to do"));
        }
        return asked.answer;
    }

    @Override
    public void run(Run run) {
        try {
            answer.complete(question.call());
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    @Override
    public Duration deadline() {
        return DEADLINE;
    }

    @Override
    public void cut(Cut why) {
        answer.completeExceptionally(
                switch (why) {
                    case DEADLINE -> late();
                    case CANCEL, WITHDRAWN, UNLOAD -> unreached("was unloaded meanwhile");
                });
    }

    static BellhopException late() {
        return unreached("did not answer within " + Durations.format(DEADLINE));
    }

    private static BellhopException unreached(String what) {
        return new BellhopException(ErrorKind.PLUGIN, "people.unreached", what, null);
    }
}
