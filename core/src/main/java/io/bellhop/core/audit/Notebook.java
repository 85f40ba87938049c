package io.bellhop.core.audit;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.JsonRows;
import io.bellhop.core.storage.Ledger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where notes stand until there is time to put them into the chain: those of one commit are one row, an array of arrays
 * without names.
 */
final class Notebook {
    private static final String INSERT = "INSERT INTO audit_note (notes) VALUES (?)";
    private static final String SELECT = "SELECT id, notes FROM audit_note ORDER BY id";
    private static final String DELETE = "DELETE FROM audit_note WHERE id <= ?";

    private final JsonRows rows = new JsonRows();

    /** The oldest notes, up to and with the row of a number; none, up to 0. */
    record Page(List<Note> notes, long last) {}

    int write(Ledger.Writer writer, List<Note> notes) throws SQLException {
        var insert = writer.prepare(INSERT);
        insert.setBytes(1, rows.write(notes, Notebook::write));
        insert.executeUpdate();
        return notes.size();
    }

    /** Reads the oldest notes: at least so many if there are, for those of one commit go together. */
    Page read(Ledger.Writer writer, int least) throws SQLException {
        var notes = new ArrayList<Note>();
        long last = 0;
        try (var commits = writer.prepare(SELECT).executeQuery()) {
            while (notes.size() < least && commits.next()) {
                last = commits.getLong(1);
                notes.addAll(rows.read(commits.getBytes(2), Notebook::read));
            }
        }
        return new Page(notes, last);
    }

    static void delete(Ledger.Writer writer, Page page) throws SQLException {
        var delete = writer.prepare(DELETE);
        delete.setLong(1, page.last());
        delete.executeUpdate();
    }

    private static void write(Note note, JsonRows.Cells cells) {
        cells.add(note.at())
                .add(note.ref())
                .add(note.user().map(UserId::connector).orElse(""))
                .add(note.user().map(UserId::id).orElse(""))
                .add(note.connector())
                .add(note.space())
                .add(note.action())
                .add(note.plugin())
                .add(note.version())
                .add(note.outcome())
                .add(note.details().name())
                .add(note.details().channel())
                .add(note.details().arguments());
    }

    private static Note read(JsonRows.Reader cells) {
        long at = cells.number();
        var ref = cells.text();
        var connector = cells.text();
        var id = cells.text();
        return new Note(
                at,
                ref,
                connector.isEmpty() ? Optional.empty() : Optional.of(new UserId(connector, id)),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                new Details(cells.text(), cells.text(), cells.text()));
    }
}
