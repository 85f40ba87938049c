package io.bellhop.core.storage;

import io.bellhop.api.error.BellhopException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/** Tries migrations on a copy in memory, while the database itself is in use. */
final class Rehearsal {
    /** Copying more would take longer than an upgrade may; what is wrong then shows when the new version starts. */
    private static final long LARGEST = 16L << 20;

    private Rehearsal() {}

    /**
     * Tries them.
     *
     * @throws BellhopException if they don't fit the database, or one fails
     */
    static void of(SqliteFile file, Migrations migrations) {
        file.check();
        try {
            if (!file.isNew()) {
                try (var connection = file.connect()) {
                    of(connection, file, migrations);
                }
            } else if (!migrations.isEmpty()) {
                try (var empty = inMemory()) {
                    migrations.apply(empty);
                }
            }
        } catch (SQLException e) {
            throw StorageFailure.of(file, e);
        } catch (IOException e) {
            throw StorageFailure.of(file, e);
        }
    }

    private static void of(Connection connection, SqliteFile file, Migrations migrations)
            throws SQLException, IOException {
        boolean needed = !migrations.missing(connection).isEmpty();
        if (needed && Files.size(file.path()) <= LARGEST) {
            try (var copy = inMemory()) {
                SqliteFile.copy(file.path(), copy);
                migrations.apply(copy);
            }
        }
    }

    private static SQLiteConnection inMemory() throws SQLException {
        return (SQLiteConnection) new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
    }
}
