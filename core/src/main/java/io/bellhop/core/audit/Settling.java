package io.bellhop.core.audit;

import io.bellhop.core.person.Persons;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts notes into the chain whenever nobody waits for the ledger: encryption, hashes and indexes cost more than all
 * else that a command writes. Under a steady load a few go along with each commit, so that none waits for long.
 */
@Singleton
final class Settling {
    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    /** Whoever comes meanwhile waits for so many. */
    private static final int STEP = 100;
    /** So many go into one transaction while nobody comes. */
    private static final int MOST_AT_ONCE = 20_000;
    /** If more than this many wait, some go along with commits that others wait for. */
    private static final int MANY = 500;
    /** Then those are about so many, and after each there is a pause of a millisecond. */
    private static final int FEW = 20;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    /** So many take some 30 MB; when there are more, whoever comes does wait. */
    private static final int TOO_MANY = 100_000;

    private final Ledger ledger;
    private final Notebook notebook;
    private final Chain chain;
    private final Persons persons;
    private final NotedHeads heads;
    private long waiting; // this and the next two are for the ledger's thread
    private boolean asked;
    private long pauseUntil = System.nanoTime();

    @Inject
    Settling(Ledger ledger, Notebook notebook, Chain chain, Persons persons, NotedHeads heads) {
        this.ledger = ledger;
        this.notebook = notebook;
        this.chain = chain;
        this.persons = persons;
        this.heads = heads;
    }

    /**
     * What came of one time.
     *
     * @param appended what is in the chain now
     * @param isEmpty whether no notes are left
     */
    private record Settled(Chain.Appended appended, boolean isEmpty) {}

    /** Hears of new notes that are on the disk, on the ledger's thread. */
    void grown(int notes) {
        waiting += notes;
        if (!asked) {
            asked = true;
            whenNobodyWaits();
        }
    }

    /** Puts all notes into the chain; completes on the ledger's thread. */
    CompletionStage<?> all() {
        return ledger.write(writer -> settle(writer, Integer.MAX_VALUE), this::confirm);
    }

    private void whenNobodyWaits() {
        ledger.writeLater(this::settleUnlessBusy).whenComplete(this::ended);
    }

    private Settled settleUnlessBusy(Ledger.Writer writer) throws SQLException {
        if (!ledger.isBusy()) {
            return settleUntilSomeoneComes(writer);
        }
        return settle(writer, waiting > TOO_MANY ? STEP : goAlong());
    }

    private int goAlong() {
        return waiting > MANY && System.nanoTime() - pauseUntil > 0 ? FEW : 0;
    }

    private Settled settleUntilSomeoneComes(Ledger.Writer writer) throws SQLException {
        var settled = settle(writer, STEP);
        while (!settled.isEmpty() && settled.appended().rows() < MOST_AT_ONCE && !ledger.hasNext()) {
            var next = settle(writer, STEP);
            settled = new Settled(settled.appended().and(next.appended()), next.isEmpty());
        }
        if (settled.isEmpty()) {
            writer.prepare("PRAGMA shrink_memory").execute();
        }
        return settled;
    }

    private Settled settle(Ledger.Writer writer, int least) throws SQLException {
        if (least == 0) {
            return new Settled(Chain.Appended.NOTHING, false);
        }
        var page = notebook.read(writer, least);
        var appended = page.notes().isEmpty() ? Chain.Appended.NOTHING : chain.append(writer, page.notes());
        Notebook.delete(writer, page);
        return new Settled(appended, page.notes().size() < least);
    }

    private void confirm(@Nullable Settled settled, @Nullable Throwable failure) {
        if (settled != null && settled.appended().rows() > 0) {
            waiting = settled.isEmpty() ? 0 : waiting - settled.appended().rows();
            pauseUntil = System.nanoTime() + settled.appended().rows() * PAUSE_NANOS;
            persons.remember(settled.appended().people());
            persons.haveLeft(settled.appended().leaving());
            heads.grown(settled.appended().head());
        }
    }

    private void ended(@Nullable Settled settled, @Nullable Throwable failure) {
        confirm(settled, failure);
        if (settled == null) {
            log.warn("what was taken down can't be put into the audit's chain; it is tried again later", failure);
        }
        asked = settled != null && !settled.isEmpty();
        if (asked) {
            whenNobodyWaits();
        }
    }
}
