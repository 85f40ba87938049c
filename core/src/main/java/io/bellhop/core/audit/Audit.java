package io.bellhop.core.audit;

import io.bellhop.core.event.Time;
import io.bellhop.core.person.Persons;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit: rows are written in the order in which they come, many at once, and are safely on the disk soon after. If
 * they can't be, they wait, owners are told, and {@link #isFailing} until they are. Safe for use from any thread.
 */
@Singleton
public final class Audit implements AuditTrail {
    private static final Logger log = LoggerFactory.getLogger(Audit.class);
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_AT_ONCE = 500;
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Chain chain;
    private final Persons persons;
    private final Settling settling;
    private final NotedHeads heads;
    private final AuditAlarm alarm;
    private final Time time;
    private List<Note> waiting = new ArrayList<>();
    private boolean busy;
    private volatile boolean failing;

    @Inject
    Audit(
            Ledger ledger,
            Chain chain,
            Persons persons,
            Settling settling,
            NotedHeads heads,
            AuditAlarm alarm,
            Time time) {
        this.ledger = ledger;
        this.chain = chain;
        this.persons = persons;
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
     * Returns the end of the chain, for backups to keep: {@code !audit verify -head HEAD} checks it.
     *
     * @return the end as of the last commit of this process; number 0 if there was none yet
     */
    public Head head() {
        return heads.latest();
    }

    /**
     * Waits until all that was taken down is written.
     *
     * @param patience how long at most
     * @return false if some is not
     * @throws InterruptedException if the caller is interrupted
     */
    public synchronized boolean drain(Duration patience) throws InterruptedException {
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
            ledger.write(writer -> chain.append(writer, batch))
                    .whenComplete((appended, failure) -> ended(batch, appended, failure));
        }
    }

    private synchronized List<Note> next() {
        busy = !waiting.isEmpty();
        notifyAll();
        return List.copyOf(waiting.subList(0, Math.min(waiting.size(), MOST_AT_ONCE)));
    }

    private void ended(List<Note> batch, Chain.@Nullable Appended appended, @Nullable Throwable failure) {
        if (appended == null) {
            failed(failure);
            return;
        }
        persons.remember(appended.people());
        heads.grown(appended.head());
        settling.grown(batch.size());
        synchronized (this) {
            waiting = new ArrayList<>(waiting.subList(batch.size(), waiting.size()));
        }
        if (failing) {
            failing = false;
            alarm.sound("The audit is written again; nothing of it was lost.");
        }
        writeNext();
    }

    private void failed(@Nullable Throwable failure) {
        if (!failing) {
            failing = true;
            log.error("the audit can't be written", failure);
            alarm.sound("The audit can't be written, so only owners may run what must be audited."
                    + " The log says why; it is tried again every few seconds.");
        }
        time.after(NEXT_TRY, this::writeNext);
    }
}
