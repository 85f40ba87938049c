package io.bellhop.core.audit;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.person.Person;
import io.bellhop.core.person.Persons;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Appends rows to the chain, within entries of the ledger. */
@Singleton
final class Chain {
    private static final String INSERT =
            "INSERT INTO audit (" + AuditRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Persons persons;

    @Inject
    Chain(Persons persons) {
        this.persons = persons;
    }

    /**
     * What was appended.
     *
     * @param rows how many
     * @param head the chain's new end
     * @param people those whose keys were read or made
     * @param leaving those who wished to be forgotten
     */
    record Appended(int rows, Head head, Map<UserId, Person> people, Set<UserId> leaving) {
        static final Appended NOTHING = new Appended(0, Head.NONE, Map.of(), Set.of());

        /** Puts what was appended next to it. */
        Appended and(Appended next) {
            if (next.rows == 0) {
                return this;
            }
            var all = new HashMap<>(people);
            all.putAll(next.people);
            var gone = new HashSet<>(leaving);
            gone.addAll(next.leaving);
            return new Appended(rows + next.rows, next.head, all, gone);
        }
    }

    Appended append(Ledger.Writer writer, List<Note> notes) throws SQLException {
        var people = new HashMap<UserId, Person>();
        var head = head(writer);
        for (var note : notes) {
            var row = row(writer, note, people).after(head);
            insert(writer, row);
            head = row.head();
        }
        return new Appended(notes.size(), head, people, leaving(notes));
    }

    private static Set<UserId> leaving(List<Note> notes) {
        return notes.stream()
                .filter(Note::isOfForgetting)
                .flatMap(note -> note.user().stream())
                .collect(Collectors.toSet());
    }

    /** Finds the end of the chain; asked anew each time, for a transaction that failed takes its rows back. */
    private static Head head(Ledger.Writer writer) throws SQLException {
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

    private AuditRow row(Ledger.Writer writer, Note note, Map<UserId, Person> people) throws SQLException {
        var details = note.details().json();
        if (note.user().isEmpty()) {
            return note.row("", details);
        }
        var person = person(writer, note, note.user().get(), people);
        return note.row(person.pseudonym(), person.seal(details));
    }

    private Person person(Ledger.Writer writer, Note note, UserId user, Map<UserId, Person> people)
            throws SQLException {
        return note.isOfForgetting() ? persons.leaving(writer, user) : persons.of(writer, user, people);
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
