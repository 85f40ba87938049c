package io.bellhop.core.command.run;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stage that a command returned in place of its result, if it did. Safe for use from any thread. */
final class LaterResult {
    private static final Logger log = LoggerFactory.getLogger(LaterResult.class);

    private volatile @Nullable CompletionStage<?> stage;

    void is(CompletionStage<?> returned) {
        stage = returned;
    }

    /** Asks the plugin to stop its work on it. */
    void cancel() {
        var current = stage;
        if (current != null) {
            try {
                current.toCompletableFuture().cancel(true);
            } catch (UnsupportedOperationException e) {
                log.debug("a stage of a plugin's own kind can't be cancelled", e);
            }
        }
    }

    /** Returns what failed, without the wrapper that a chain of stages puts around it. */
    static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
