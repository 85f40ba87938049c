package io.bellhop.core.storage;

import io.bellhop.api.storage.KeyValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key-value store in a table that every database has. */
final class KeyValueTable implements KeyValue {
    static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS bellhop_key_value (
              key TEXT PRIMARY KEY,
              value TEXT NOT NULL,
              expires INTEGER NOT NULL DEFAULT 9223372036854775807
            ) STRICT, WITHOUT ROWID""";

    private static final long NEVER = Long.MAX_VALUE;

    private final ConnectionPool pool;
    private final Clock clock;
    private final Json json = new Json();

    KeyValueTable(ConnectionPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Something that is done with a statement. */
    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        return use("SELECT value FROM bellhop_key_value WHERE key = ? AND expires > ?", select -> {
                    select.setString(1, key);
                    select.setLong(2, clock.millis());
                    try (var row = select.executeQuery()) {
                        return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
                    }
                })
                .map(value -> json.read(value, type));
    }

    @Override
    public void put(String key, Object value) {
        put(key, value, NEVER);
    }

    @Override
    public void put(String key, Object value, Duration life) {
        if (!life.isPositive()) {
            throw new IllegalArgumentException("a value's life is more than zero");
        }
        removeExpired();
        put(key, value, clock.instant().plus(life).toEpochMilli());
    }

    @Override
    public boolean replace(String key, @Nullable Object expected, Object value) {
        return expected == null ? putIfAbsent(key, value) : replaceWritten(key, json.write(expected), value);
    }

    @Override
    public boolean remove(String key) {
        return change("DELETE FROM bellhop_key_value WHERE key = ? AND expires > ?", key, clock.millis());
    }

    @Override
    public List<String> keys(String prefix) {
        return use(
                "SELECT key FROM bellhop_key_value WHERE substr(key, 1, ?) = ? AND expires > ? ORDER BY key",
                select -> {
                    select.setInt(1, prefix.codePointCount(0, prefix.length()));
                    select.setString(2, prefix);
                    select.setLong(3, clock.millis());
                    return strings(select);
                });
    }

    private static List<String> strings(PreparedStatement select) throws SQLException {
        var strings = new ArrayList<String>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return List.copyOf(strings);
    }

    private void put(String key, Object value, long expires) {
        change("INSERT OR REPLACE INTO bellhop_key_value VALUES (?, ?, ?)", key, json.write(value), expires);
    }

    private boolean putIfAbsent(String key, Object value) {
        return change("""
                INSERT INTO bellhop_key_value VALUES (?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE expires <= ?""", key, json.write(value), NEVER, clock.millis());
    }

    private boolean replaceWritten(String key, String expected, Object value) {
        return change(
                "UPDATE bellhop_key_value SET value = ?, expires = ? WHERE key = ? AND value = ? AND expires > ?",
                json.write(value),
                NEVER,
                key,
                expected,
                clock.millis());
    }

    private void removeExpired() {
        change("DELETE FROM bellhop_key_value WHERE expires <= ?", clock.millis());
    }

    private boolean change(String sql, Object... values) {
        return use(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        });
    }

    private <T> T use(String sql, Use<T> use) {
        try {
            Connection connection = pool.openConnection();
            try (var statement = connection.prepareStatement(sql)) {
                return use.of(statement);
            } finally {
                pool.closeConnection(connection);
            }
        } catch (SQLException e) {
            throw pool.failure(e);
        }
    }
}
