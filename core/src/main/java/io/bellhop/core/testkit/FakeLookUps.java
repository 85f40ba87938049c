package io.bellhop.core.testkit;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** How a platform in memory answers who looks something up. Safe for use from any thread. */
final class FakeLookUps {
    private volatile Supplier<CompletionStage<Boolean>> knows = () -> CompletableFuture.completedStage(true);

    void answer(Supplier<CompletionStage<Boolean>> how) {
        knows = how;
    }

    <T> CompletionStage<Optional<T>> find(Supplier<Optional<T>> found) {
        return knows.get().thenApply(known -> known ? found.get() : Optional.empty());
    }
}
