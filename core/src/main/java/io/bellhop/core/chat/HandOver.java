package io.bellhop.core.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps what plugins do next from the threads that send, which would else send nothing for anybody meanwhile. */
public final class HandOver {
    private HandOver() {}

    /**
     * Hands a stage to a plugin.
     *
     * @param stage what a thread that sends for others completes
     * @param <T> what it completes with
     * @return completes with the same, on a thread of its own; the stage itself if it has completed already
     */
    public static <T> CompletionStage<T> of(CompletionStage<T> stage) {
        if (stage.toCompletableFuture().isDone()) {
            return stage;
        }
        var handed = new CompletableFuture<T>();
        var _ = stage.whenCompleteAsync(
                (result, failure) -> {
                    if (failure == null) {
                        handed.complete(result);
                    } else {
                        handed.completeExceptionally(failure);
                    }
                },
                Thread::startVirtualThread);
        return handed;
    }
}
