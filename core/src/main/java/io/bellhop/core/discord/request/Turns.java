package io.bellhop.core.discord.request;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what takes several requests together: nothing else is sent to its place before all of them are answered. What
 * takes one request goes at once where no such thing is under way, as JDA keeps the order of requests itself. Safe for
 * use from any thread.
 */
public final class Turns {
    private final Map<Object, Line> lines = new HashMap<>();

    /** Those who wait until what takes several requests has its answers. */
    private static final class Line {
        private final Queue<Turn<?>> turns = new ArrayDeque<>();
    }

    private record Turn<T>(boolean isLong, Supplier<CompletionStage<T>> sending, CompletableFuture<T> sent) {
        CompletionStage<T> begin() {
            // what fails at once does so in the stage
            var begun = CompletableFuture.completedStage(null).thenCompose(now -> sending.get());
            return begun.whenComplete((value, failure) -> {
                if (failure == null) {
                    sent.complete(value);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        }
    }

    /**
     * Sends what takes one request.
     *
     * @param <T> what it is answered with
     * @param place what orders it
     * @param sending makes the request
     * @return completes when it is answered
     */
    public <T> CompletionStage<T> one(Object place, Supplier<CompletionStage<T>> sending) {
        return take(place, new Turn<>(false, sending, new CompletableFuture<>()));
    }

    /**
     * Sends what takes several requests.
     *
     * @param <T> what they are answered with
     * @param place where nothing else may come between
     * @param sending makes the requests
     * @return completes when all are answered
     */
    public <T> CompletionStage<T> several(Object place, Supplier<CompletionStage<T>> sending) {
        return take(place, new Turn<>(true, sending, new CompletableFuture<>()));
    }

    private <T> CompletionStage<T> take(Object place, Turn<T> turn) {
        if (!waits(place, turn)) {
            begin(place, turn);
        }
        return turn.sent();
    }

    private synchronized boolean waits(Object place, Turn<?> turn) {
        var line = lines.get(place);
        if (line == null && turn.isLong()) {
            lines.put(place, new Line());
        }
        return line != null && line.turns.add(turn);
    }

    private void begin(Object place, Turn<?> turn) {
        var line = line(place);
        var begun = turn.begin();
        if (turn.isLong()) {
            var _ = begun.whenComplete((value, failure) -> goOn(place, line));
        }
    }

    private synchronized @Nullable Line line(Object place) {
        return lines.get(place);
    }

    /** Begins what waits, up to what keeps the rest out again. */
    private void goOn(Object place, @Nullable Line line) {
        var turn = next(place, line);
        while (turn != null) {
            begin(place, turn);
            turn = turn.isLong() ? null : next(place, line);
        }
    }

    private synchronized @Nullable Turn<?> next(Object place, @Nullable Line line) {
        if (line == null || lines.get(place) != line) {
            return null; // it was abandoned
        }
        var next = line.turns.poll();
        if (next == null) {
            lines.remove(place);
        }
        return next;
    }

    /** Fails what waits, and lets nothing more wait for what is under way, as that may never be answered. */
    void abandon(Throwable why) {
        forgotten().forEach(turn -> turn.sent().completeExceptionally(why));
    }

    private synchronized List<Turn<?>> forgotten() {
        var turns = lines.values().stream()
                .<Turn<?>>flatMap(line -> line.turns.stream())
                .toList();
        lines.clear();
        return turns;
    }
}
