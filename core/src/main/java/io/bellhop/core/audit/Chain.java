package io.bellhop.core.audit;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.person.Person;
import io.bellhop.core.person.Persons;
import io.bellhop.core.storage.Json;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appends rows to the chain, within entries of the ledger. */
@Singleton
final class Chain {
    private static final String INSERT =
            "INSERT INTO audit (" + AuditRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String FORGETTING = "forget me";

    private final Persons persons;
    private final Json json = new Json();

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
        var fresh = new HashMap<UserId, Person>();
        var head = head(writer);
        for (var note : notes) {
            var row = row(writer, note, fresh).after(head);
            insert(writer, row);
            head = row.head();
        }
        return new Appended(head, fresh);
    }

    /** Finds the end of the chain; asked anew each time, for a transaction that failed takes its rows back. */
    static Head head(Ledger.Writer writer) throws SQLException {
        var last = head(writer, "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
        return last.number() > 0
                ? last
                : head(writer, "SELECT number, hash FROM audit_checkpoint ORDER BY number DESC LIMIT 1");
    }

    private static Head head(Ledger.Writer writer, String sql) throws SQLException {
        try (var row = writer.prepare(sql).executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getString(2)) : Head.NONE;
        }
    }

    private AuditRow row(Ledger.Writer writer, Note note, Map<UserId, Person> fresh) throws SQLException {
        var details = json.write(note.details());
        if (note.user().isEmpty()) {
            return note.row("", details);
        }
        var person = person(writer, note, note.user().get(), fresh);
        return note.row(person.pseudonym(), person.seal(details));
    }

    private Person person(Ledger.Writer writer, Note note, UserId user, Map<UserId, Person> fresh) throws SQLException {
        var leaving = note.deed().action().equals(FORGETTING) ? persons.leaving(user) : Optional.<Person>empty();
        return leaving.isPresent() ? leaving.get() : persons.of(writer, user, fresh);
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
