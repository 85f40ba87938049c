package io.bellhop.core.audit;

import io.bellhop.core.event.Time;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private List<Note> waiting = new ArrayList<>();
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
        return settling.all().handle((settled, failure) -> {
            if (failure != null) {
                log.warn("what was taken down can't be put into the audit's chain; it is tried again later", failure);
            }
            return failure == null;
        });
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

    private void writeNext() {
        var batch = next();
        if (!batch.isEmpty()) {
            ledger.write(writer -> notebook.write(writer, batch))
                    .whenComplete((written, failure) -> ended(batch, failure));
        }
    }

    private synchronized List<Note> next() {
        busy = !waiting.isEmpty();
        notifyAll();
        return List.copyOf(waiting.subList(0, Math.min(waiting.size(), MOST_AT_ONCE)));
    }

    private void ended(List<Note> batch, @Nullable Throwable failure) {
        if (failure != null) {
            failed(failure);
            return;
        }
        settling.grown(batch.size());
        if (batch.stream().anyMatch(Note::isOfForgetting)) {
            settle();
        }
        synchronized (this) {
            waiting = new ArrayList<>(waiting.subList(batch.size(), waiting.size()));
        }
        if (failing) {
            failing = false;
            alarm.sound("The audit is written again; nothing of it was lost.");
        }
        writeNext();
    }

    private void failed(Throwable failure) {
        if (!failing) {
            failing = true;
            log.error("the audit can't be written", failure);
            alarm.sound("The audit can't be written, so only owners may run what must be audited."
                    + " The log says why; it is tried again every few seconds.");
        }
        time.after(NEXT_TRY, this::writeNext);
    }
}
