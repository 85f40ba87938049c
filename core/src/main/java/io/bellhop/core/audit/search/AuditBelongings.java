package io.bellhop.core.audit.search;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.audit.Audit;
import io.bellhop.core.people.Belongings;
import io.bellhop.core.person.Persons;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the audit keeps about someone: their rows. Forgotten, they stay, but nobody can tell whose they were. */
public final class AuditBelongings implements Belongings {
    private final Audit audit;
    private final AuditSearch search;
    private final Persons persons;

    @Inject
    AuditBelongings(Audit audit, AuditSearch search, Persons persons) {
        this.audit = audit;
        this.search = search;
        this.persons = persons;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var rows = new ArrayList<Map<String, Object>>();
        audit.settle().toCompletableFuture().join();
        search.of(user, entry -> rows.add(row(entry)));
        return rows.isEmpty() ? Map.of() : Map.of("deeds", rows);
    }

    private static Map<String, Object> row(Entry entry) {
        var row = new LinkedHashMap<String, Object>();
        row.put("time", entry.time().toString());
        row.put("name", entry.name());
        row.put("channel", entry.channel());
        row.put("command", entry.action());
        row.put("arguments", entry.arguments());
        row.put("outcome", entry.outcome());
        row.put("ref", entry.ref());
        return row;
    }

    @Override
    public List<String> forget(UserId user) {
        if (!audit.settle().toCompletableFuture().join()) { // what is not under the key yet would outlive it
            throw new BellhopException(
                    ErrorKind.INTERNAL, "audit.behind", "can't forget yet what it can't write down", null);
        }
        return persons.forget(user).toCompletableFuture().join()
                ? List.of("the key without which nobody can tell whose deeds these were, nor read them")
                : List.of();
    }
}
