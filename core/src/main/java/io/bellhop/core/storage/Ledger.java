package io.bellhop.core.storage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Writes what must not be lost: one thread commits to the core's database what all others have asked for meanwhile, so
 * that many share one wait for the disk. Safe for use from any thread.
 */
@Singleton
public final class Ledger {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Thread thread;
    private List<Pending<?>> waiting = new ArrayList<>();
    private boolean closed;

    /**
     * Opens it.
     *
     * @param core the core's database, with its schema up to date
     */
    @Inject
    public Ledger(CoreDatabase core) {
        this.connection = connect(core.file());
        this.thread = Thread.ofPlatform().name("ledger").daemon().unstarted(this::run);
        thread.start();
    }

    /**
     * Something to be written.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Entry<T> {
        /**
         * Writes it, on the ledger's thread; may be called again if the transaction has to be repeated.
         *
         * @param writer does the writing
         * @return what comes of it
         * @throws SQLException if it can't be written; other entries still are
         */
        T write(Writer writer) throws SQLException;
    }

    /** How an entry writes. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Prepares a statement, once for all entries; not to be closed.
         *
         * @param sql the statement
         * @return the statement, whose parameters are to be set
         * @throws SQLException if it is no SQL
         */
        PreparedStatement prepare(String sql) throws SQLException;
    }

    /** An entry and whoever waits for it. */
    private static final class Pending<T> {
        private final Entry<T> entry;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;

        Pending(Entry<T> entry) {
            this.entry = entry;
        }

        void write(Writer writer) throws SQLException {
            result = entry.write(writer);
        }

        @SuppressWarnings("NullAway") // the result is null only where T allows it
        void complete() {
            done.complete(result);
        }
    }

    /**
     * Writes an entry with the next commit.
     *
     * @param <T> what comes of it
     * @param entry what to write
     * @return completes on the ledger's thread when it is safely on the disk; exceptionally if it is not
     */
    public <T> CompletionStage<T> write(Entry<T> entry) {
        var pending = new Pending<>(entry);
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("the ledger is closed"));
            }
            waiting.add(pending);
            if (waiting.size() == 1) {
                notifyAll();
            }
        }
        return pending.done;
    }

    /**
     * Writes what it was given, and ends.
     *
     * @throws InterruptedException if the caller is interrupted
     */
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.join();
        try {
            connection.close();
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    private static Connection connect(SqliteFile file) {
        try {
            var connection = file.connect();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    private void run() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            if (!commit(batch)) {
                batch.forEach(this::commitAlone);
            }
        }
    }

    /** Waits for something to write; returns nothing when there will be no more. */
    private synchronized List<Pending<?>> next() {
        boolean interrupted = false;
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // only close ends this thread
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        var batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private boolean commit(List<Pending<?>> batch) {
        try {
            for (var pending : batch) {
                pending.write(this::prepare);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            return false;
        }
        batch.forEach(Pending::complete);
        return true;
    }

    private void commitAlone(Pending<?> pending) {
        try {
            pending.write(this::prepare);
            connection.commit();
        } catch (SQLException e) {
            rollBack(e);
            pending.done.completeExceptionally(StorageFailure.of(e));
            return;
        } catch (RuntimeException e) {
            rollBack(e);
            pending.done.completeExceptionally(e);
            return;
        }
        pending.complete();
    }

    private void rollBack(Exception cause) {
        try {
            forgetStatements();
            SqliteFile.rollBack(connection);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** The driver ends a statement that has failed, and it can't be used again. */
    private void forgetStatements() throws SQLException {
        for (var statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }
}
