package io.bellhop.core.audit.search;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.audit.AuditRow;
import io.bellhop.core.audit.Details;
import io.bellhop.core.person.Person;
import io.bellhop.core.person.Persons;
import io.bellhop.core.storage.CoreDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds rows and makes them readable. Waits for the disk. */
@Singleton
public final class AuditSearch {
    private static final Logger log = LoggerFactory.getLogger(AuditSearch.class);

    private final CoreDatabase core;
    private final Persons persons;

    @Inject
    AuditSearch(CoreDatabase core, Persons persons) {
        this.core = core;
        this.persons = persons;
    }

    /**
     * Reads all that was taken down of what someone did, the newest first.
     *
     * @param user who
     * @param reader takes one row after the other
     */
    public void of(UserId user, Consumer<Entry> reader) {
        persons.find(user).ifPresent(person -> find(Query.ofPerson(person.pseudonym()), Integer.MAX_VALUE, reader));
    }

    List<Entry> find(Query query, int most) {
        var found = new ArrayList<Entry>();
        find(query, most, found::add);
        return found;
    }

    void find(Query query, int most, Consumer<Entry> reader) {
        var keys = new HashMap<String, Optional<Person>>();
        core.jdbi().useHandle(handle -> {
            var select = handle.createQuery(query.sql());
            var values = query.values();
            for (int i = 0; i < values.size(); i++) {
                select.bind(i, values.get(i));
            }
            select.bind(values.size(), most)
                    .map((row, context) -> AuditRow.read(row))
                    .forEach(row -> reader.accept(Entry.of(row, details(row, keys))));
        });
    }

    private Details details(AuditRow row, Map<String, Optional<Person>> keys) {
        if (row.person().isEmpty()) {
            return Details.read(row.details());
        }
        return keys.computeIfAbsent(row.person(), persons::find)
                .map(person -> opened(row, person))
                .orElse(Details.UNREADABLE);
    }

    /** A row that was tampered with hides itself, not the others; verifying tells of it. */
    private Details opened(AuditRow row, Person person) {
        try {
            return Details.read(person.open(row.details()));
        } catch (IllegalArgumentException e) {
            log.warn("row {} of the audit can't be read", row.number(), e);
            return Details.UNREADABLE;
        }
    }
}
