package io.bellhop.core.storage;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Lets one transaction on a database go at a time, in the order in which they ask: SQLite's own waiting polls, and lets
 * late ones overtake.
 */
final class WriteTurn extends DelegatingTransactionHandler {
    private final ReentrantLock turn;

    WriteTurn() {
        this(LocalTransactionHandler.binding(), new ReentrantLock(true));
    }

    private WriteTurn(TransactionHandler delegate, ReentrantLock turn) {
        super(delegate);
        this.turn = turn;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new WriteTurn(getDelegate().specialize(handle), turn);
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        await();
        try {
            return super.inTransaction(handle, callback);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
        await();
        try {
            return super.inTransaction(handle, level, callback);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void rollback(Handle handle) {
        try {
            SqliteFile.believe(handle.getConnection());
        } catch (SQLException e) {
            throw new TransactionException("the transaction can't be undone", e);
        }
        super.rollback(handle);
    }

    private void await() {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransactionException("interrupted while waiting for other transactions", e);
        }
    }
}
