package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What was set in chat: all of it in memory, and in the core's database. Safe for use from any thread; a change holds
 * once it can't be lost any more.
 */
@Singleton
final class SettingsTable {
    private final Ledger ledger;
    private volatile Snapshot snapshot;

    @Inject
    SettingsTable(Ledger ledger) {
        this.ledger = ledger;
        this.snapshot = ledger.write(SettingsTable::read).toCompletableFuture().join();
    }

    /**
     * All that is set at one moment; there is another one after every change.
     *
     * @param values the values by key, for each scope
     */
    record Snapshot(Map<Scope, Map<String, String>> values) {
        /** Returns what was set for one scope. */
        Map<String, String> of(Scope scope) {
            return values.getOrDefault(scope, Map.of());
        }

        /** Returns what was set for a key, for one scope. */
        Optional<String> find(Scope scope, String key) {
            return Optional.ofNullable(of(scope).get(key));
        }

        /** Returns the narrowest scope around a channel for which a key is set. */
        Optional<Scope> narrowest(Channel channel, String key) {
            return Level.all().stream()
                    .flatMap(level -> Scope.around(channel, level).stream())
                    .filter(scope -> of(scope).containsKey(key))
                    .findFirst();
        }

        private Snapshot with(Scope scope, String key, @Nullable String value) {
            var all = new HashMap<>(values);
            var mine = new TreeMap<>(of(scope));
            if (value == null) {
                mine.remove(key);
            } else {
                mine.put(key, value);
            }
            if (mine.isEmpty()) {
                all.remove(scope);
            } else {
                all.put(scope, Map.copyOf(mine));
            }
            return new Snapshot(Map.copyOf(all));
        }
    }

    /** Returns all that is set now. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** Sets a value; returns once that can't be lost any more. */
    synchronized void set(Scope scope, String key, String value) {
        write(writer -> {
            var insert = writer.prepare(
                    "INSERT OR REPLACE INTO setting (key, level, connector, place, value) VALUES (?, ?, ?, ?, ?)");
            name(insert, scope, key);
            insert.setString(5, value);
            return insert.executeUpdate();
        });
        snapshot = snapshot.with(scope, key, value);
    }

    /** Sets a value no more; returns once that can't be lost any more. */
    synchronized void reset(Scope scope, String key) {
        write(writer -> {
            var delete =
                    writer.prepare("DELETE FROM setting WHERE key = ? AND level = ? AND connector = ? AND place = ?");
            name(delete, scope, key);
            return delete.executeUpdate();
        });
        snapshot = snapshot.with(scope, key, null);
    }

    private void write(Ledger.Entry<Integer> entry) {
        try {
            ledger.write(entry).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void name(PreparedStatement statement, Scope scope, String key) throws SQLException {
        statement.setString(1, key);
        statement.setString(2, scope.level().word());
        statement.setString(3, scope.connector());
        statement.setString(4, scope.id());
    }

    private static Snapshot read(Ledger.Writer writer) throws SQLException {
        var values = new HashMap<Scope, Map<String, String>>();
        try (var rows = writer.prepare("SELECT level, connector, place, key, value FROM setting")
                .executeQuery()) {
            while (rows.next()) {
                var scope = new Scope(Level.of(rows.getString(1)), rows.getString(2), rows.getString(3));
                values.computeIfAbsent(scope, same -> new HashMap<>()).put(rows.getString(4), rows.getString(5));
            }
        }
        return new Snapshot(Map.copyOf(values));
    }
}
