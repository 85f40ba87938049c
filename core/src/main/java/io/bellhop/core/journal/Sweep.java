package io.bellhop.core.journal;

import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Deletes the rows that are done with, along with the next commit that is made for others. What can't be deleted is
 * tried again. Safe for use from any thread.
 */
@Singleton
final class Sweep {
    private final Ledger ledger;
    private final List<Long> done = new ArrayList<>();
    private boolean asked;

    @Inject
    Sweep(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A row is done with: its reply was sent, or there is nothing to be sent. */
    void done(long id) {
        synchronized (this) {
            done.add(id);
            if (asked) {
                return;
            }
            asked = true;
        }
        ask();
    }

    private void ask() {
        ledger.writeLater(this::delete).whenComplete((count, failure) -> {
            if (!(failure instanceof IllegalStateException)) { // the ledger is closed: the next start finds them
                ended(failure == null ? count : 0);
            }
        });
    }

    private void ended(int count) {
        synchronized (this) {
            done.subList(0, count).clear();
            asked = !done.isEmpty();
            if (!asked) {
                return;
            }
        }
        ask();
    }

    /** Returns how many of the first are deleted, in runs of neighbours. */
    private int delete(Ledger.Writer writer) throws SQLException {
        var ids = first();
        int count = ids.length;
        Arrays.sort(ids);
        for (int from = 0; from < count; ) {
            int to = from;
            while (to + 1 < count && ids[to + 1] <= ids[to] + 1) {
                to++;
            }
            JournalTable.delete(writer, ids[from], ids[to]);
            from = to + 1;
        }
        return count;
    }

    private synchronized long[] first() {
        return done.stream().mapToLong(Long::longValue).toArray();
    }
}
