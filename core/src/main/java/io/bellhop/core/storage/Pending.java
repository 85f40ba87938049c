package io.bellhop.core.storage;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An entry of the ledger, and whoever waits for it. */
final class Pending<T> {
    private final Ledger.Entry<T> entry;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;

    Pending(Ledger.Entry<T> entry) {
        this.entry = entry;
    }

    CompletableFuture<T> done() {
        return done;
    }

    void write(Ledger.Writer writer) throws SQLException {
        result = entry.write(writer);
    }

    @SuppressWarnings("NullAway") // the result is null only where T allows it
    void complete() {
        done.complete(result);
    }

    void fail(Throwable failure) {
        done.completeExceptionally(failure instanceof SQLException sql ? StorageFailure.of(sql) : failure);
    }
}
