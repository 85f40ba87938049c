package io.bellhop.core.storage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what must not be lost: one thread commits to the core's database what all others have asked for meanwhile, so
 * that many share one wait for the disk. Safe for use from any thread.
 */
@Singleton
public final class Ledger {
    private static final long RIDE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LedgerConnection connection;
    private final Checkpoints checkpoints;
    private final Thread thread;
    private List<Pending<?>> waiting = new ArrayList<>();
    private List<Pending<?>> riding = new ArrayList<>();
    private long ridingSince;
    private boolean committing;
    private boolean closed;

    /**
     * Opens it.
     *
     * @param core the core's database, with its schema up to date
     */
    @Inject
    public Ledger(CoreDatabase core) {
        this.connection = LedgerConnection.open(core.file());
        this.checkpoints = checkpoints(core.file());
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
         * Prepares a statement, once for all entries; not to be closed. It tells no generated keys: ask for
         * {@code last_insert_rowid()}.
         *
         * @param sql the statement
         * @return the statement, whose parameters are to be set
         * @throws SQLException if it is no SQL
         */
        PreparedStatement prepare(String sql) throws SQLException;
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
        add(pending);
        return pending.done();
    }

    /**
     * Writes an entry with the next commit, and lets nothing come before what is to be done about it.
     *
     * @param <T> what comes of it
     * @param entry what to write
     * @param ended hears of it on the ledger's thread before the next commit begins; on the caller's if the ledger is
     *     closed
     * @return completes when that has heard; exceptionally if the entry is not on the disk
     */
    public <T> CompletionStage<T> write(
            Entry<T> entry, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> ended) {
        var pending = new Pending<>(entry);
        var heard = pending.done().whenComplete(ended); // now: later it may be over, and then the caller's thread tells
        add(pending);
        return heard;
    }

    private void add(Pending<?> pending) {
        if (!isTaken(pending)) {
            pending.fail(closedFailure());
        }
    }

    private synchronized boolean isTaken(Pending<?> pending) {
        if (!closed) {
            waiting.add(pending);
            if (waiting.size() == 1) {
                notifyAll();
            }
        }
        return !closed;
    }

    /**
     * Writes an entry with the next commit that is made for another, or within a second: for what is no loss until
     * then.
     *
     * @param <T> what comes of it
     * @param entry what to write
     * @return completes on the ledger's thread when it is safely on the disk; exceptionally if it is not
     */
    public <T> CompletionStage<T> writeLater(Entry<T> entry) {
        var pending = new Pending<>(entry);
        addRiding(pending);
        return pending.done();
    }

    /**
     * Writes an entry as {@link #writeLater(Entry)} does, and lets nothing come before what is to be done about it.
     *
     * @param <T> what comes of it
     * @param entry what to write
     * @param ended hears of it on the ledger's thread before the next commit begins; on the caller's if the ledger is
     *     closed
     */
    public <T> void writeLater(Entry<T> entry, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> ended) {
        var pending = new Pending<>(entry);
        var _ = pending.done().whenComplete(ended);
        addRiding(pending);
    }

    private void addRiding(Pending<?> pending) {
        if (!isRiding(pending)) {
            pending.fail(closedFailure());
        }
    }

    private synchronized boolean isRiding(Pending<?> pending) {
        if (closed && !Thread.currentThread().equals(thread)) { // it ends when nothing comes of its last commit
            return false;
        }
        riding.add(pending);
        if (riding.size() == 1) {
            ridingSince = System.nanoTime();
            notifyAll();
        }
        return true;
    }

    /**
     * Tells whether somebody waits for a commit.
     *
     * @return false if all that was to be written has been, but for what may be written later
     */
    public synchronized boolean isBusy() {
        return committing || !waiting.isEmpty();
    }

    /**
     * Tells whether somebody waits for the commit after this one.
     *
     * @return false if only what may be written later has come since the last one began
     */
    public synchronized boolean hasNext() {
        return !waiting.isEmpty();
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
            checkpoints.close();
            connection.close();
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    private static IllegalStateException closedFailure() {
        return new IllegalStateException("the ledger is closed");
    }

    private static Checkpoints checkpoints(SqliteFile file) {
        try {
            return new Checkpoints(file.connect());
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
        committing = false;
        boolean interrupted = false;
        while (waiting.isEmpty() && !closed && !isRideDue()) {
            try {
                wait(riding.isEmpty() ? 0 : rideMillis());
            } catch (InterruptedException e) {
                interrupted = true; // only close ends this thread
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return takeAll();
    }

    private boolean isRideDue() {
        return !riding.isEmpty() && System.nanoTime() - ridingSince >= RIDE_NANOS;
    }

    private long rideMillis() {
        return 1 + TimeUnit.NANOSECONDS.toMillis(Math.max(0, ridingSince + RIDE_NANOS - System.nanoTime()));
    }

    private List<Pending<?>> takeAll() {
        committing = !waiting.isEmpty();
        var batch = waiting;
        batch.addAll(riding);
        waiting = new ArrayList<>();
        riding = new ArrayList<>();
        return batch;
    }

    private boolean commit(List<Pending<?>> batch) {
        try {
            connection.begin();
            for (var pending : batch) {
                pending.write(connection);
            }
            connection.commit();
        } catch (Throwable failure) {
            connection.rollBack(failure);
            return false;
        }
        batch.forEach(Pending::complete);
        checkpoints.committed();
        return true;
    }

    private void commitAlone(Pending<?> pending) {
        try {
            connection.begin();
            pending.write(connection);
            connection.commit();
        } catch (Throwable failure) { // an error too: without this thread nothing is ever written again
            connection.rollBack(failure);
            pending.fail(failure);
            return;
        }
        pending.complete();
    }
}
