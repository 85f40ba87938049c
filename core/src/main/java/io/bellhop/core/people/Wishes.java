package io.bellhop.core.people;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is to be forgotten by which plugins, until they have done it. Kept over restarts. */
final class Wishes {
    private static final Logger log = LoggerFactory.getLogger(Wishes.class);

    private final Ledger ledger;

    @Inject
    Wishes(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Remembers that plugins are to forget someone; completes when that can't be lost any more. */
    CompletionStage<Integer> add(UserId user, Collection<String> plugins) {
        return ledger.write(writer -> {
            var insert =
                    writer.prepare("INSERT OR IGNORE INTO forget_wish (connector, user_id, plugin) VALUES (?, ?, ?)");
            for (var plugin : plugins) {
                insert.setString(1, user.connector());
                insert.setString(2, user.id());
                insert.setString(3, plugin);
                insert.executeUpdate();
            }
            return plugins.size();
        });
    }

    /** Strikes a wish out that is fulfilled; should that fail, the plugin is asked once more than it needs. */
    void fulfilled(UserId user, String plugin) {
        ledger.write(writer -> {
                    var delete = writer.prepare(
                            "DELETE FROM forget_wish WHERE connector = ? AND user_id = ? AND plugin = ?");
                    delete.setString(1, user.connector());
                    delete.setString(2, user.id());
                    delete.setString(3, plugin);
                    return delete.executeUpdate();
                })
                .whenComplete((struck, failure) -> {
                    if (failure != null) {
                        log.warn("that plugin {} has forgotten someone can't be noted", plugin, failure);
                    }
                });
    }

    /** Returns whom a plugin still has to forget; completes on the ledger's thread, which spares a start Jdbi. */
    CompletionStage<List<UserId>> of(String plugin) {
        return ledger.write(writer -> {
            var select = writer.prepare("SELECT connector, user_id FROM forget_wish WHERE plugin = ?");
            select.setString(1, plugin);
            var users = new ArrayList<UserId>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    users.add(new UserId(rows.getString(1), rows.getString(2)));
                }
            }
            return List.copyOf(users);
        });
    }
}
