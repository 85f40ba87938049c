package io.bellhop.core.journal;

import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Deletes the rows that are done with, along with the next commit that is made for others. What can't be deleted is
 * tried again. Safe for use from any thread.
 */
@Singleton
final class Sweep {
    private final Ledger ledger;
    private long[] done = new long[64];
    private int count;
    private boolean asked;

    @Inject
    Sweep(Ledger ledger) {
        this.ledger = ledger;
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
        ledger.writeLater(this::delete).whenComplete((deleted, failure) -> {
            if (!(failure instanceof IllegalStateException)) { // the ledger is closed: the next start finds them
                ended(failure == null ? deleted : 0);
            }
        });
    }

    private void ended(int deleted) {
        synchronized (this) {
            count -= deleted;
            System.arraycopy(done, deleted, done, 0, count);
            asked = count > 0;
            if (!asked) {
                return;
            }
        }
        ask();
    }

    /** Returns how many of the first are deleted, in runs of neighbours. */
    private int delete(Ledger.Writer writer) throws SQLException {
        var ids = first();
        Arrays.sort(ids);
        for (int from = 0; from < ids.length; ) {
            int to = from;
            while (to + 1 < ids.length && ids[to + 1] <= ids[to] + 1) {
                to++;
            }
            JournalTable.delete(writer, ids[from], ids[to]);
            from = to + 1;
        }
        return ids.length;
    }

    private synchronized long[] first() {
        return Arrays.copyOf(done, count);
    }
}
