package io.bellhop.core.approval;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Json;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What waits for approvals, in the core's database. */
@Singleton
final class ApprovalTable {
    private final CoreDatabase core;
    private final Ledger ledger;
    private final Json json = new Json();

    @Inject
    ApprovalTable(CoreDatabase core, Ledger ledger) {
        this.core = core;
        this.ledger = ledger;
    }

    /** Reads each petition, and who has approved of it. Waits for the disk. */
    Map<Petition, Set<UserId>> all() {
        return core.jdbi().withHandle(handle -> {
            var all = new LinkedHashMap<Petition, Set<UserId>>();
            handle.createQuery("SELECT petition FROM approval ORDER BY ref")
                    .mapTo(String.class)
                    .forEach(text -> all.put(json.read(text, Petition.class), new HashSet<>()));
            all.forEach((petition, approvers) -> handle.createQuery(
                            "SELECT connector, user_id FROM approval_vote WHERE ref = ?")
                    .bind(0, petition.ref())
                    .map((row, context) -> new UserId(row.getString(1), row.getString(2)))
                    .forEach(approvers::add));
            return all;
        });
    }

    /** Keeps a petition; completes when it is safely kept. */
    CompletionStage<?> add(Petition petition) {
        return ledger.write(writer -> {
            var insert = writer.prepare("INSERT INTO approval (ref, connector, user_id, petition) VALUES (?, ?, ?, ?)");
            insert.setString(1, petition.ref());
            insert.setString(2, petition.asker().connector());
            insert.setString(3, petition.asker().id());
            insert.setString(4, json.write(petition));
            return insert.executeUpdate();
        });
    }

    /** Keeps an approval; completes when it is safely kept. */
    CompletionStage<?> approve(String ref, UserId approver) {
        return ledger.write(writer -> {
            var insert = writer.prepare("INSERT INTO approval_vote (ref, connector, user_id) VALUES (?, ?, ?)");
            insert.setString(1, ref);
            insert.setString(2, approver.connector());
            insert.setString(3, approver.id());
            return insert.executeUpdate();
        });
    }

    /** Drops all approvals that someone has given; completes when they are safely gone. */
    CompletionStage<?> retract(UserId approver) {
        return ledger.write(writer -> {
            var delete = writer.prepare("DELETE FROM approval_vote WHERE connector = ? AND user_id = ?");
            delete.setString(1, approver.connector());
            delete.setString(2, approver.id());
            return delete.executeUpdate();
        });
    }

    /** Drops a petition and its approvals; completes when they are safely gone. */
    CompletionStage<?> remove(String ref) {
        return ledger.write(writer -> {
            var delete = writer.prepare("DELETE FROM approval WHERE ref = ?");
            delete.setString(1, ref);
            return delete.executeUpdate();
        });
    }
}
