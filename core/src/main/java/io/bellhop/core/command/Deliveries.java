package io.bellhop.core.command;

import io.bellhop.api.chat.Receipt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replies of one invocation that are on their way. Safe for use from any thread. */
final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private CompletableFuture<?> underWay = DONE;

    /** Waits for a delivery too; a failed one is logged, for there is nobody else to tell. */
    synchronized CompletionStage<Receipt> add(String ref, CompletionStage<Receipt> delivery) {
        var future = delivery.toCompletableFuture();
        if (!future.isDone() || future.isCompletedExceptionally()) {
            var logged = future.exceptionally(failure -> {
                log.error("a reply of invocation {} could not be delivered", ref, failure);
                return null;
            });
            underWay = underWay.isDone() ? logged : CompletableFuture.allOf(underWay, logged);
        }
        return delivery;
    }

    /** Completes a future when all deliveries have ended. */
    synchronized void whenDone(CompletableFuture<Void> answered) {
        if (underWay.isDone()) {
            answered.complete(null);
        } else {
            CompletionStage<?> last = underWay;
            last.whenComplete((result, failure) -> answered.complete(null));
        }
    }
}
