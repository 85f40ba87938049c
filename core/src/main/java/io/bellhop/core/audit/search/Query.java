package io.bellhop.core.audit.search;

import io.bellhop.api.chat.SpaceId;
import io.bellhop.core.audit.AuditRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
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
        space.ifPresent(_ -> conditions.add("space = :space AND connector = :connector"));
        person.ifPresent(_ -> conditions.add("person = :person"));
        action.ifPresent(_ -> conditions.add("action = :action"));
        since.ifPresent(_ -> conditions.add("at >= :since"));
        ref.ifPresent(_ -> conditions.add("ref = :ref"));
        before.ifPresent(_ -> conditions.add("(at, number) < (SELECT at, number FROM audit WHERE number = :before"
                + " UNION ALL SELECT at, number FROM audit_fresh_row WHERE number = :before)"));
        return AuditRow.select(String.join(" AND ", conditions)) + " ORDER BY at DESC, number DESC LIMIT :most";
    }

    /** Returns the statement's parameters, but for the most. */
    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        space.ifPresent(id -> {
            values.put("space", id.id());
            values.put("connector", id.connector());
        });
        person.ifPresent(value -> values.put("person", value));
        action.ifPresent(value -> values.put("action", value));
        since.ifPresent(value -> values.put("since", value.toEpochMilli()));
        ref.ifPresent(value -> values.put("ref", value));
        before.ifPresent(value -> values.put("before", value));
        return values;
    }
}
