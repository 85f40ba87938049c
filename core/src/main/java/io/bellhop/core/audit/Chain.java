package io.bellhop.core.audit;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.person.Person;
import io.bellhop.core.person.Persons;
import io.bellhop.core.storage.Json;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appends rows to the chain, within entries of the ledger. */
@Singleton
final class Chain {
    private static final String INSERT =
            "INSERT INTO audit (" + AuditRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Where the end may be: the first that has any rows has it. */
    private static final List<String> HEADS = List.of(
            "SELECT last, hash FROM audit_fresh ORDER BY last DESC LIMIT 1",
            "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1",
            "SELECT number, hash FROM audit_checkpoint ORDER BY number DESC LIMIT 1");

    private static final String FORGETTING = "forget me";

    private final Persons persons;
    private final Json json = new Json();
    private final FreshRows fresh = new FreshRows();

    @Inject
    Chain(Persons persons) {
        this.persons = persons;
    }

    /**
     * What was appended.
     *
     * @param head the chain's new end
     * @param people those whose keys were read or made
     */
    record Appended(Head head, Map<UserId, Person> people) {}

    Appended append(Ledger.Writer writer, List<Note> notes) throws SQLException {
        var people = new HashMap<UserId, Person>();
        var rows = new ArrayList<AuditRow>(notes.size());
        var head = head(writer);
        for (var note : notes) {
            var row = row(writer, note, people).after(head);
            rows.add(row);
            head = row.head();
        }
        var insert = writer.prepare("INSERT INTO audit_fresh (last, hash, content) VALUES (?, ?, ?)");
        insert.setLong(1, head.number());
        insert.setString(2, head.hash());
        insert.setString(3, fresh.write(rows));
        insert.executeUpdate();
        return new Appended(head, people);
    }

    /**
     * Moves the oldest of the fresh rows into the table with the indexes.
     *
     * @param writer the entry's
     * @param most how many, or a few more: those of one commit go together
     * @return how many; 0 if there are no more
     */
    int settle(Ledger.Writer writer, int most) throws SQLException {
        long last = 0;
        int count = 0;
        try (var commits = writer.prepare("SELECT last, content FROM audit_fresh ORDER BY last")
                .executeQuery()) {
            while (count < most && commits.next()) {
                var rows = fresh.read(commits.getString(2));
                for (var row : rows) {
                    insert(writer, row);
                }
                last = commits.getLong(1);
                count += rows.size();
            }
        }
        var delete = writer.prepare("DELETE FROM audit_fresh WHERE last <= ?");
        delete.setLong(1, last);
        delete.executeUpdate();
        return count;
    }

    /** Finds the end of the chain; asked anew each time, for a transaction that failed takes its rows back. */
    static Head head(Ledger.Writer writer) throws SQLException {
        for (var sql : HEADS) {
            try (var row = writer.prepare(sql).executeQuery()) {
                if (row.next()) {
                    return new Head(row.getLong(1), row.getString(2));
                }
            }
        }
        return Head.NONE;
    }

    private AuditRow row(Ledger.Writer writer, Note note, Map<UserId, Person> people) throws SQLException {
        var details = json.write(note.details());
        if (note.user().isEmpty()) {
            return note.row("", details);
        }
        var person = person(writer, note, note.user().get(), people);
        return note.row(person.pseudonym(), person.seal(details));
    }

    private Person person(Ledger.Writer writer, Note note, UserId user, Map<UserId, Person> people)
            throws SQLException {
        var leaving = note.deed().action().equals(FORGETTING) ? persons.leaving(user) : Optional.<Person>empty();
        return leaving.isPresent() ? leaving.get() : persons.of(writer, user, people);
    }

    private static void insert(Ledger.Writer writer, AuditRow row) throws SQLException {
        var insert = writer.prepare(INSERT);
        insert.setLong(1, row.number());
        insert.setLong(2, row.at());
        insert.setString(3, row.ref());
        insert.setString(4, row.person());
        insert.setString(5, row.connector());
        insert.setString(6, row.space());
        insert.setString(7, row.action());
        insert.setString(8, row.plugin());
        insert.setString(9, row.version());
        insert.setString(10, row.outcome());
        insert.setString(11, row.details());
        insert.setString(12, row.hash());
        insert.executeUpdate();
    }
}
