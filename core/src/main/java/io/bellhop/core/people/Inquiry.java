package io.bellhop.core.people;

import io.bellhop.api.error.BellhopException;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import io.bellhop.core.event.pool.PoolCall;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** One question to many, of whom each has its own time to answer and its own way to fail. */
final class Inquiry<T> {
    private final Map<String, CompletableFuture<T>> asked = new TreeMap<>();
    private final Time time;
    private final Faults faults;
    private final Predicate<T> empty;

    Inquiry(Time time, Faults faults, Predicate<T> empty) {
        this.time = time;
        this.faults = faults;
        this.empty = empty;
    }

    /** Adds someone who was asked. */
    void add(String name, CompletableFuture<T> answer) {
        asked.put(name, answer);
    }

    /** Asks here and now. */
    void ask(String name, Callable<T> question) {
        try {
            add(name, CompletableFuture.completedFuture(question.call()));
        } catch (Exception e) {
            add(name, CompletableFuture.failedFuture(e));
        }
    }

    /** Returns what was answered, once all have or their time is up. */
    CompletionStage<Answers<T>> answers(List<String> absent) {
        var late = time.after(
                PoolCall.DEADLINE,
                () -> asked.values().forEach(answer -> answer.completeExceptionally(PoolCall.late())));
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .handle((done, failure) -> {
                    late.cancel();
                    return gather(absent);
                });
    }

    private Answers<T> gather(List<String> absent) {
        var given = new TreeMap<String, T>();
        var failed = new TreeMap<String, String>();
        asked.forEach((name, answer) -> {
            if (answer.state() != Future.State.SUCCESS) {
                failed.put(name, reason(name, answer.exceptionNow()));
            } else if (!empty.test(answer.resultNow())) {
                given.put(name, answer.resultNow());
            }
        });
        return new Answers<>(given, failed, absent);
    }

    private String reason(String name, Throwable failure) {
        if (failure instanceof BellhopException told) {
            return told.getMessage();
        }
        faults.report(name, "telling or forgetting what it keeps about a person", failure);
        return "failed; the bot's log says how";
    }
}
