package io.bellhop.core.audit.search;

import io.bellhop.api.chat.SpaceId;
import io.bellhop.core.audit.AuditRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows are wanted, the newest first.
 *
 * @param space of one space alone
 * @param person of one person alone, by their pseudonym
 * @param action of one command alone
 * @param since none older
 * @param ref of one invocation alone
 * @param before older than this row alone
 */
record Query(
        Optional<SpaceId> space,
        Optional<String> person,
        Optional<String> action,
        Optional<Instant> since,
        Optional<String> ref,
        Optional<Long> before) {
    static final Query ALL = new Query(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Query ofPerson(String pseudonym) {
        return new Query(
                Optional.empty(),
                Optional.of(pseudonym),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the statement, of which each condition has an index that is in the order of time. */
    String sql() {
        var conditions = new ArrayList<String>();
        space.ifPresent(_ -> conditions.add("space = ? AND connector = ?"));
        person.ifPresent(_ -> conditions.add("person = ?"));
        action.ifPresent(_ -> conditions.add("action = ?"));
        since.ifPresent(_ -> conditions.add("at >= ?"));
        ref.ifPresent(_ -> conditions.add("ref = ?"));
        before.ifPresent(_ -> conditions.add("(at, number) < (SELECT at, number FROM audit WHERE number = ?)"));
        return "SELECT " + AuditRow.COLUMNS + " FROM audit"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY at DESC, number DESC LIMIT ?";
    }

    /** Returns what stands for the statement's question marks, but for the last. */
    List<Object> values() {
        var values = new ArrayList<Object>();
        space.ifPresent(id -> {
            values.add(id.id());
            values.add(id.connector());
        });
        person.ifPresent(values::add);
        action.ifPresent(values::add);
        since.ifPresent(instant -> values.add(instant.toEpochMilli()));
        ref.ifPresent(values::add);
        before.ifPresent(values::add);
        return values;
    }
}
