package io.bellhop.core.journal;

import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes down which rows are done with, along with the next commit that is made for others. What can't be is tried again
 * with the next. Safe for use from any thread.
 */
@Singleton
final class Sweep {
    private final Ledger ledger;
    private final JournalLog log;
    private long[] done = new long[64];
    private int count;
    private boolean asked;

    @Inject
    Sweep(Ledger ledger, JournalLog log) {
        this.ledger = ledger;
        this.log = log;
    }

    /** A row is done with: its reply was sent, or there is nothing to be sent. */
    void done(long id) {
        synchronized (this) {
            if (count == done.length) {
                done = Arrays.copyOf(done, 2 * count);
            }
            done[count++] = id;
            if (asked) {
                return;
            }
            asked = true;
        }
        ask();
    }

    private void ask() {
        ledger.writeLater(this::write).whenComplete((written, failure) -> ended(failure == null ? written : 0));
    }

    /** Goes on with what came meanwhile; what could not be written waits for the next that is done. */
    private void ended(int written) {
        synchronized (this) {
            count -= written;
            System.arraycopy(done, written, done, 0, count);
            asked = count > 0 && written > 0;
            if (!asked) {
                return;
            }
        }
        ask();
    }

    /** Returns how many of the first are taken down. While nobody waits, the table is brought up to date at once. */
    private int write(Ledger.Writer writer) throws SQLException {
        var ids = first();
        Arrays.sort(ids);
        log.write(writer, runs(ids));
        if (!ledger.isBusy()) {
            log.settle(writer);
        }
        return ids.length;
    }

    private static List<Change> runs(long[] ids) {
        var runs = new ArrayList<Change>();
        for (int from = 0; from < ids.length; ) {
            int to = from;
            while (to + 1 < ids.length && ids[to + 1] <= ids[to] + 1) {
                to++;
            }
            runs.add(new Change.Done(ids[from], ids[to]));
            from = to + 1;
        }
        return runs;
    }

    private synchronized long[] first() {
        return Arrays.copyOf(done, count);
    }
}
