package io.bellhop.core.command.reply;

import io.bellhop.api.chat.Receipt;
import io.bellhop.core.journal.Failures;
import io.bellhop.core.telemetry.meter.Meters;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replies of one invocation that are on their way. Safe for use from any thread. */
public final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final Meters meters;
    private CompletableFuture<?> underWay = DONE;

    /**
     * Makes them, none yet.
     *
     * @param meters counts those that succeed and those that fail
     */
    public Deliveries(Meters meters) {
        this.meters = meters;
    }

    /**
     * Sends, and waits for that too; a failure is logged, for there is nobody else to tell.
     *
     * @param ref names the invocation in the log
     * @param sending sends; it may fail in any way
     * @return what sending told
     */
    public CompletionStage<Receipt> add(String ref, Supplier<CompletionStage<Receipt>> sending) {
        var delivery = attempt(sending);
        var counted = delivery.handle((receipt, failure) -> count(ref, failure)).toCompletableFuture();
        if (!counted.isDone()) {
            await(counted);
        }
        return delivery;
    }

    /** Waits for something else too, which was not sent here. */
    synchronized void await(CompletionStage<?> other) {
        var added = other.toCompletableFuture();
        underWay = underWay.isDone() ? added : CompletableFuture.allOf(underWay, added);
    }

    /** A connector can be a plugin: what it throws must neither reach the caller nor lose its place. */
    private static CompletionStage<Receipt> attempt(Supplier<CompletionStage<Receipt>> sending) {
        try {
            return Objects.requireNonNull(sending.get(), "the connector told nothing of what it sent");
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private boolean count(String ref, @Nullable Throwable failure) {
        if (failure == null) {
            meters.sent();
        } else {
            meters.sendFailed();
            Failures.tell(log, ref, failure);
        }
        return failure == null;
    }

    /**
     * Does something when all deliveries have ended.
     *
     * @param next what is done, at once or on the thread that ended the last
     */
    public synchronized void whenDone(Runnable next) {
        if (underWay.isDone()) {
            next.run();
        } else {
            CompletionStage<?> last = underWay;
            last.whenComplete((result, failure) -> next.run());
        }
    }
}
