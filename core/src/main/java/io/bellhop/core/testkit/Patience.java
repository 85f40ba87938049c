package io.bellhop.core.testkit;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a test waits, and what it says when that was in vain. */
final class Patience {
    static final Duration LONGEST = Duration.ofSeconds(60);

    private Patience() {}

    static void await(CompletionStage<?> stage) {
        await(stage, "Nothing was answered");
    }

    static void await(CompletionStage<?> stage, String otherwise) {
        try {
            stage.toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new AssertionError(String.valueOf(e.getMessage()), e);
        } catch (TimeoutException e) {
            throw new AssertionError(otherwise + " within " + LONGEST.toSeconds() + " s.", e);
        }
    }

    static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("The test was interrupted.", e);
    }
}
