package io.bellhop.core.audit;

import io.bellhop.core.event.Time;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit: what was done is written in the order in which it comes, many at once, and is safely on the disk soon
 * after; into the chain it comes when there is time. If it can't be written, it waits, owners are told, and
 * {@link #isFailing} until it is. Safe for use from any thread.
 */
@Singleton
public final class Audit implements AuditTrail {
    private static final Logger log = LoggerFactory.getLogger(Audit.class);
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_AT_ONCE = 500;
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Notebook notebook;
    private final Settling settling;
    private final NotedHeads heads;
    private final AuditAlarm alarm;
    private final Time time;
    private final Queue<Reader> readers = new ArrayDeque<>();
    private List<Note> waiting = new ArrayList<>();
    private long written;
    private boolean busy;
    private volatile boolean failing;

    @Inject
    Audit(Ledger ledger, Notebook notebook, Settling settling, NotedHeads heads, AuditAlarm alarm, Time time) {
        this.ledger = ledger;
        this.notebook = notebook;
        this.settling = settling;
        this.heads = heads;
        this.alarm = alarm;
        this.time = time;
    }

    /**
     * Someone who waits for notes.
     *
     * @param notes how many must have been written since the start
     * @param written completes when they are; exceptionally once they can't be
     */
    private record Reader(long notes, CompletableFuture<@Nullable Void> written) {}

    @Override
    public void record(Deed deed) {
        var note = Note.of(deed, time.clock().millis());
        synchronized (this) {
            if (waiting.size() >= MOST_WAITING) {
                log.error("the audit can't be written, and no more can wait: {} was not taken down", deed.ref());
                return;
            }
            waiting.add(note);
            if (busy) {
                return;
            }
            busy = true;
        }
        writeNext();
    }

    @Override
    public boolean isFailing() {
        return failing;
    }

    /**
     * Returns the end of the chain: {@code !audit verify -head HEAD} checks it.
     *
     * @return the end as of the last commit of this process that put rows into it; number 0 if there was none yet
     */
    public Head head() {
        return heads.latest();
    }

    /**
     * Puts all that was taken down into the chain, where it can be searched and verified. What can't be stays until it
     * can.
     *
     * @return completes on the ledger's thread when that is done; false if it could not be
     */
    public CompletionStage<Boolean> settle() {
        return allWritten().thenCompose(_ -> settling.all()).handle(Audit::isSettled);
    }

    private static boolean isSettled(@Nullable Object settled, @Nullable Throwable failure) {
        if (failure != null) {
            log.warn("what was taken down can't be put into the audit's chain; it is tried again later", failure);
        }
        return failure == null;
    }

    /** Completes when all that waits now is on the disk, on the ledger's thread; exceptionally if it can't be. */
    private synchronized CompletionStage<@Nullable Void> allWritten() {
        if (waiting.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        if (failing) {
            return CompletableFuture.failedStage(new IllegalStateException("the audit can't be written"));
        }
        var reader = new Reader(written + waiting.size(), new CompletableFuture<>());
        readers.add(reader);
        hurry();
        return reader.written();
    }

    /**
     * Waits until all that was taken down is in the chain.
     *
     * @param patience how long at most
     * @return false if some is not
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean drain(Duration patience) throws InterruptedException {
        try {
            return awaitWritten(patience)
                    && settle().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("the audit's chain takes long to be written", e);
            return false;
        }
    }

    /** Waits until all is on the disk, be it in the chain or not. */
    synchronized boolean awaitWritten(Duration patience) throws InterruptedException {
        hurry();
        long until = System.nanoTime() + patience.toNanos();
        while (!waiting.isEmpty() && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        return waiting.isEmpty();
    }

    /** Notes the chain's end where it outlives the database. */
    public void noteHead() {
        heads.note();
    }

    /** Writes what waits with the commit that somebody waits for next, such as the reply's that comes with a deed. */
    private void writeNext() {
        if (isMore()) {
            ledger.writeLater(this::write, this::ended);
        }
    }

    /** Makes a commit that takes along what waits for one. */
    private void hurry() {
        ledger.write(_ -> 0);
    }

    private synchronized boolean isMore() {
        busy = !waiting.isEmpty();
        notifyAll();
        return busy;
    }

    private List<Note> write(Ledger.Writer writer) throws SQLException {
        var batch = first();
        notebook.write(writer, batch);
        return batch;
    }

    private synchronized List<Note> first() {
        return List.copyOf(waiting.subList(0, Math.min(waiting.size(), MOST_AT_ONCE)));
    }

    private void ended(@Nullable List<Note> batch, @Nullable Throwable failure) {
        if (batch == null) {
            failed(Objects.requireNonNull(failure));
            return;
        }
        settling.grown(batch.size());
        if (batch.stream().anyMatch(Note::isOfForgetting)) {
            settling.all().handle(Audit::isSettled);
        }
        remove(batch.size()).forEach(reader -> reader.written().complete(null));
        if (failing) {
            failing = false;
            alarm.sound("The audit is written again; nothing of it was lost.");
        }
        writeNext();
        if (batch.size() == MOST_AT_ONCE) {
            hurry();
        }
    }

    /** Drops the first notes, which are written; returns who has waited for just those. */
    private synchronized List<Reader> remove(int notes) {
        waiting = new ArrayList<>(waiting.subList(notes, waiting.size()));
        written += notes;
        var ready = readers.stream().filter(reader -> reader.notes() <= written).toList();
        readers.removeAll(ready);
        return ready;
    }

    private synchronized List<Reader> removeReaders() {
        var all = List.copyOf(readers);
        readers.clear();
        return all;
    }

    private void failed(Throwable failure) {
        boolean isNews = !failing;
        failing = true;
        removeReaders().forEach(reader -> reader.written().completeExceptionally(failure));
        time.after(NEXT_TRY, this::writeNext); // first, so that whoever hears of it can rely on that
        if (isNews) {
            log.error("the audit can't be written", failure);
            alarm.sound("The audit can't be written, so only owners may run what must be audited."
                    + " The log says why; it is tried again every few seconds.");
        }
    }
}
