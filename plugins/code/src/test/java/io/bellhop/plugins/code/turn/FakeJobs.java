package io.bellhop.plugins.code.turn;

import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.request.Order;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/** Runs nothing: each order ends when the test says so, by its source. */
final class FakeJobs implements JobRunner {
    /** The sources of what has begun, in order. */
    final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    private final Map<String, CompletableFuture<Outcome>> ends = new ConcurrentHashMap<>();

    /** Whether what runs programs is gone. */
    volatile boolean isGone;

    void end(String source, Outcome outcome) {
        end(source).complete(outcome);
    }

    void fail(String source, RuntimeException failure) {
        end(source).completeExceptionally(failure);
    }

    @Override
    public String language(Order order) {
        if (isGone) {
            throw new IllegalStateException("nobody runs it");
        }
        return "c";
    }

    @Override
    public Ran run(Order order, Progress listener) throws InterruptedException {
        var source = order.program().source();
        progress.put(source, listener);
        begun.add(source);
        try {
            return new Ran("c", "fake", order.job(Outcomes.C), end(source).get());
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private CompletableFuture<Outcome> end(String source) {
        return ends.computeIfAbsent(source, any -> new CompletableFuture<>());
    }

    /** What hears of a program that has begun. */
    Progress progress(String source) {
        return Optional.ofNullable(progress.get(source)).orElseThrow();
    }
}
