package io.bellhop.core.event.pool;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A question to a plugin, answered on its own pool; its future ends even when the plugin does not answer. */
public final class PoolCall<T> implements PoolTask {
    /** How long an answer may take. */
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Callable<T> question;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    private PoolCall(Callable<T> question) {
        this.question = question;
    }

    /**
     * Asks.
     *
     * @param <T> the answer
     * @param pool the plugin's pool
     * @param question called there
     * @return completes with the answer; exceptionally with what was thrown, or with a {@link BellhopException} whose
     *     message goes on after the plugin's name
     */
    public static <T> CompletableFuture<T> on(PluginPool pool, Callable<T> question) {
        var call = new PoolCall<>(question);
        if (pool.reserve()) {
            pool.run(call);
        } else {
            call.answer.completeExceptionally(unanswered("has too much to do"));
        }
        return call.answer;
    }

    /**
     * Makes what a call fails with that took too long.
     *
     * @return the failure
     */
    public static BellhopException late() {
        return unanswered("did not answer within " + DEADLINE.toSeconds() + " s");
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
                    case CANCEL, WITHDRAWN, UNLOAD, STOP -> unanswered("was unloaded meanwhile");
                });
    }

    private static BellhopException unanswered(String what) {
        return new BellhopException(ErrorKind.PLUGIN, "plugin.unanswered", what, null);
    }
}
