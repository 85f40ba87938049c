package io.bellhop.core.command.suggest;

import io.bellhop.api.error.BellhopException;
import io.bellhop.core.event.pool.Cut;
import io.bellhop.core.event.pool.PoolTask;
import io.bellhop.core.event.pool.Run;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A question to a plugin what an argument could be, which is answered by nothing if the plugin does not answer. */
final class Asking implements PoolTask {
    private final Question question;
    private final Runnable end;
    private final Consumer<Throwable> fault;
    private final CompletableFuture<List<String>> answer = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    Asking(Question question, Runnable end, Consumer<Throwable> fault) {
        this.question = question;
        this.end = end;
        this.fault = fault;
    }

    /** What is asked. */
    interface Question {
        List<?> ask() throws Throwable;
    }

    /** Never fails. */
    CompletionStage<List<String>> answer() {
        return answer;
    }

    void giveUp() {
        answer.complete(List.of());
    }

    @Override
    public void run(Run run) {
        try {
            if (!answer.isDone()) {
                answer.complete(question.ask().stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .filter(value -> !value.isBlank())
                        .toList());
            }
        } catch (Throwable failure) {
            // what is too late was interrupted, and what a user did wrong is no fault of the plugin's
            if (!answer.isDone() && !(failure instanceof BellhopException)) {
                fault.accept(failure);
            }
        } finally {
            giveUp();
            end();
        }
    }

    @Override
    public Duration deadline() {
        return Suggestions.PATIENCE;
    }

    @Override
    public void cut(Cut why) {
        giveUp();
        end();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            end.run();
        }
    }
}
