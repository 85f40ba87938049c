package io.bellhop.core.journal;

import io.bellhop.core.storage.Ledger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What many changes come to. */
final class Fold {
    private final Map<Long, Row> begun = new TreeMap<>();
    private final Map<Long, Change.Replied> replied = new TreeMap<>();
    private final List<Change.Done> done = new ArrayList<>();

    void add(Change change) {
        switch (change) {
            case Change.Begun(Row row) -> begun.put(row.id(), row);
            case Change.Replied reply -> add(reply);
            case Change.Done run -> add(run);
        }
    }

    private void add(Change.Replied reply) {
        var row = begun.computeIfPresent(
                reply.id(),
                (_, asked) -> asked.replied(Instant.ofEpochMilli(reply.at()), reply.content(), reply.replaces()));
        if (row == null) {
            replied.put(reply.id(), reply);
        }
    }

    /** Rows that began in here leave nothing. */
    private void add(Change.Done run) {
        boolean isKnown = true;
        for (long id = run.first(); id <= run.last(); id++) {
            replied.remove(id);
            isKnown &= begun.remove(id) != null;
        }
        if (!isKnown) {
            done.add(run);
        }
    }

    void write(Ledger.Writer writer) throws SQLException {
        for (var run : done) {
            JournalTable.delete(writer, run.first(), run.last());
        }
        for (var reply : replied.values()) {
            JournalTable.reply(writer, reply);
        }
        for (var row : begun.values()) {
            JournalTable.insert(writer, row);
        }
    }
}
