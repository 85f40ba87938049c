package io.bellhop.plugins.irc;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Receipt;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Sends what is said in one place in the order in which it was said, though some of it has to be read from files first.
 * Safe for use from any thread.
 */
final class Sequence {
    private final Map<ChannelId, Waiting> places = new HashMap<>();

    /** What waits in one place for lines that are not there yet; the first stays until it has been sent. */
    private static final class Waiting {
        final Queue<Saying> all = new ArrayDeque<>();
        boolean sending;
    }

    private record Saying(
            CompletableFuture<List<String>> lines,
            Function<List<String>, CompletionStage<Receipt>> send,
            CompletableFuture<Receipt> sent) {
        void go() {
            var _ = lines.thenCompose(send).whenComplete((receipt, failure) -> {
                if (failure == null) {
                    sent.complete(receipt);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        }
    }

    /** Sends lines once they are there, and all that was said in that place before. */
    CompletionStage<Receipt> say(
            ChannelId where,
            CompletableFuture<List<String>> lines,
            Function<List<String>, CompletionStage<Receipt>> send) {
        if (lines.isDone() && isFree(where)) {
            return lines.thenCompose(send);
        }
        var saying = new Saying(lines, send, new CompletableFuture<>());
        synchronized (this) {
            places.computeIfAbsent(where, _ -> new Waiting()).all.add(saying);
        }
        var _ = lines.whenComplete((_, _) -> goOn(where));
        return saying.sent();
    }

    private synchronized boolean isFree(ChannelId where) {
        return places.isEmpty() || !places.containsKey(where);
    }

    private void goOn(ChannelId where) {
        for (var next = next(where); next.isPresent(); next = next(where)) {
            next.get().go();
            sent(where);
        }
    }

    private synchronized Optional<Saying> next(ChannelId where) {
        var waiting = places.get(where);
        if (waiting == null || waiting.sending) {
            return Optional.empty();
        }
        var next = Optional.ofNullable(waiting.all.peek())
                .filter(saying -> saying.lines().isDone());
        waiting.sending = next.isPresent();
        return next;
    }

    private synchronized void sent(ChannelId where) {
        var waiting = places.get(where);
        if (waiting != null) {
            waiting.sending = false;
            waiting.all.remove();
            if (waiting.all.isEmpty()) {
                places.remove(where);
            }
        }
    }
}
