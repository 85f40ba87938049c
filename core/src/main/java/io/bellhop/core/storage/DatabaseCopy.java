package io.bellhop.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** A consistent copy of a database that may be in use, in this process or another. */
public final class DatabaseCopy {
    private static final Duration BUSY = Duration.ofSeconds(10);

    private DatabaseCopy() {}

    /**
     * Makes a copy, as of one moment, and checks it; nobody who writes is held up.
     *
     * @param source the database file
     * @param target where the copy goes; there is nothing yet
     * @throws io.bellhop.api.error.BellhopException if it is damaged, or can't be read or copied
     */
    public static void make(Path source, Path target) {
        var file = new SqliteFile(source, Durability.NORMAL, BUSY);
        file.check();
        try {
            if (file.isNew()) {
                Files.createFile(target);
                return;
            }
            try (var connection = open(source)) {
                SqliteFile.copy(connection, target);
            }
            check(file, target);
        } catch (SQLException e) {
            throw StorageFailure.of(file, e);
        } catch (IOException e) {
            throw StorageFailure.of(file, e);
        }
    }

    /**
     * Asks a copy for a text.
     *
     * @param copy the copy
     * @param query whose first column of the first row is the text
     * @return the text; empty if there is no row, or no such table
     * @throws io.bellhop.api.error.BellhopException if it can't be read
     */
    public static Optional<String> ask(Path copy, String query) {
        var file = new SqliteFile(copy, Durability.NORMAL, BUSY);
        try (var connection = open(copy);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            if (e.getErrorCode() == SQLiteErrorCode.SQLITE_ERROR.code) {
                return Optional.empty();
            }
            throw StorageFailure.of(file, e);
        }
    }

    private static void check(SqliteFile source, Path copy) throws SQLException {
        try (var connection = open(copy);
                var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA journal_mode = DELETE"); // one file, whatever is done with it
            try (var row = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!row.next() || !row.getString(1).equals("ok")) {
                    throw StorageFailure.damaged(source, new SQLException("quick_check found damage"));
                }
            }
        }
    }

    private static SQLiteConnection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY.toMillis());
        return (SQLiteConnection) config.createConnection("jdbc:sqlite:" + file);
    }
}
