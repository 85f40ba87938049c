package io.bellhop.core.journal;

import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the journal, written as one row for each commit: most commands begin and end between two times that
 * it is folded into the table, and never get a row there. Safe for use from any thread.
 */
@Singleton
final class JournalLog {
    private static final String INSERT = "INSERT INTO journal_log (id, changes) VALUES (?, ?)";
    private static final String LIST = "SELECT id FROM journal_log ORDER BY id";
    private static final String SELECT = "SELECT changes FROM journal_log WHERE id = ?";
    private static final String CLEAR = "DELETE FROM journal_log";
    private static final int MOST_COMMITS = 256;
    private static final int MOST_BYTES = 1 << 20;

    private final Ledger ledger;
    private final Changes changes = new Changes();
    private @Nullable Batch open;

    /** What this process wrote, by row, so that it is not read back; the ledger's thread's, as all that follows. */
    private final Map<Long, List<Change>> written = new HashMap<>();

    private long lastId;
    private long bytes;

    @Inject
    JournalLog(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is written with one commit, and who waits for it. */
    private final class Batch {
        private final List<Change> content = new ArrayList<>();
        private final List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();
        private long length;

        CompletionStage<@Nullable Void> add(Change change) {
            var done = new CompletableFuture<@Nullable Void>();
            content.add(change);
            waiting.add(done);
            length += characters(change);
            return done;
        }

        /** Tells whether more would make it too large to be held as one text. */
        boolean isFull() {
            return length > MOST_BYTES;
        }

        int write(Ledger.Writer writer) throws SQLException {
            close(this);
            JournalLog.this.write(writer, content);
            return content.size();
        }

        void ended(@Nullable Throwable failure) {
            close(this); // a ledger that is closed has not even asked for it
            for (var each : waiting) {
                if (failure == null) {
                    each.complete(null);
                } else {
                    each.completeExceptionally(failure);
                }
            }
        }
    }

    /**
     * Writes down what happens to a row.
     *
     * @return completes on the ledger's thread when it is safely on the disk; exceptionally if it can't be
     */
    synchronized CompletionStage<@Nullable Void> append(Change change) {
        if (open != null && !open.isFull()) {
            return open.add(change);
        }
        var batch = new Batch();
        open = batch;
        var done = batch.add(change);
        ledger.write(batch::write).whenComplete((written, failure) -> batch.ended(failure));
        return done;
    }

    /** Writes changes, within an entry of the ledger. */
    void write(Ledger.Writer writer, List<Change> content) throws SQLException {
        var row = changes.write(content);
        var insert = writer.prepare(INSERT);
        insert.setLong(1, ++lastId); // of a transaction that is rolled back it is not given again
        insert.setBytes(2, row);
        insert.executeUpdate();
        written.put(lastId, content);
        bytes += row.length;
        if (written.size() >= MOST_COMMITS || bytes > MOST_BYTES) {
            settle(writer);
        }
    }

    /** Brings the table up to date, within an entry of the ledger; returns how many changes the log held. */
    int settle(Ledger.Writer writer) throws SQLException {
        var fold = new Fold();
        int count = 0;
        try (var rows = writer.prepare(LIST).executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                var content = content(writer, id);
                content.forEach(fold::add);
                count += content.size();
                lastId = Math.max(lastId, id);
            }
        }
        if (count > 0) {
            fold.write(writer);
            writer.prepare(CLEAR).executeUpdate();
        }
        written.clear(); // if this is rolled back, it is read back
        bytes = 0;
        return count;
    }

    /** Returns what a row holds: of an earlier process's, what can be read. */
    private List<Change> content(Ledger.Writer writer, long id) throws SQLException {
        var known = written.get(id);
        if (known != null) {
            return known;
        }
        var select = writer.prepare(SELECT);
        select.setLong(1, id);
        try (var row = select.executeQuery()) {
            row.next();
            return changes.read(row.getBytes(1));
        }
    }

    private static long characters(Change change) {
        return switch (change) {
            case Change.Begun(Row row) -> row.asked().line().length() + length(row.content());
            case Change.Replied reply -> reply.content().length();
            case Change.Done run -> 0;
        };
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private synchronized void close(Batch batch) {
        if (open == batch) {
            open = null;
        }
    }
}
