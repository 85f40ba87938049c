package io.bellhop.core.storage;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps that a database's schema has taken, and those that it still has to take. */
public final class Migrations {
    /** The steps of a database that has nothing but what every database has. */
    public static final Migrations NONE = new Migrations(List.of());

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS bellhop_migrations (
              version INTEGER PRIMARY KEY,
              name TEXT NOT NULL,
              checksum TEXT NOT NULL
            ) STRICT""";

    private final List<Migration> steps;

    /**
     * Puts the steps in order.
     *
     * @param steps all of them
     * @throws IllegalArgumentException if two have one number
     */
    public Migrations(List<Migration> steps) {
        this.steps = steps.stream()
                .sorted(Comparator.comparingInt(Migration::version))
                .toList();
        for (int i = 1; i < this.steps.size(); i++) {
            if (this.steps.get(i).version() == this.steps.get(i - 1).version()) {
                throw new IllegalArgumentException(
                        "Two migrations have the number " + this.steps.get(i).version() + ".");
            }
        }
    }

    /**
     * Tells whether there is nothing to do.
     *
     * @return true if there are no steps
     */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * Finds the steps that a database lacks.
     *
     * @throws BellhopException if it has taken others than these
     */
    List<Migration> missing(Connection connection) throws SQLException {
        var taken = taken(connection);
        check(taken);
        return steps.stream().filter(step -> !taken.containsKey(step.version())).toList();
    }

    /** Tells whether these are all the steps that a database has taken, or more. */
    boolean cover(Connection connection) throws SQLException {
        return steps.stream()
                .map(Migration::version)
                .toList()
                .containsAll(taken(connection).keySet());
    }

    /**
     * Takes the steps that are missing, all or none of them. Foreign keys are checked when all are taken, not on the
     * way: else a table could not be made anew under the rows that refer to it.
     *
     * @throws BellhopException if the database has taken others than these, or one fails
     */
    void apply(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA foreign_keys = OFF");
            connection.setAutoCommit(false);
            try {
                statement.executeUpdate(TABLE);
                for (var step : missing(connection)) {
                    take(step, statement);
                }
                checkForeignKeys(statement);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                SqliteFile.rollBack(connection);
                throw e;
            } finally {
                connection.setAutoCommit(true);
                statement.executeUpdate("PRAGMA foreign_keys = ON");
            }
        }
    }

    private static void take(Migration step, Statement statement) throws SQLException {
        try {
            statement.executeUpdate(step.sql());
        } catch (SQLException e) {
            throw StorageFailure.ofMigration(step, e);
        }
        record(statement.getConnection(), step);
    }

    private static void checkForeignKeys(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            if (rows.next()) {
                throw refused(
                        "storage.migration",
                        "Its migrations leave rows in the table %s that refer to none. Nothing was changed."
                                .formatted(rows.getString(1)));
            }
        }
    }

    private static Map<Integer, String> taken(Connection connection) throws SQLException {
        var taken = new TreeMap<Integer, String>();
        try (var statement = connection.createStatement()) {
            if (isEmpty(statement, "SELECT 1 FROM sqlite_schema WHERE name = 'bellhop_migrations'")) {
                return taken;
            }
            try (var rows = statement.executeQuery("SELECT version, checksum FROM bellhop_migrations")) {
                while (rows.next()) {
                    taken.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return taken;
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private void check(Map<Integer, String> taken) {
        for (var entry : taken.entrySet()) {
            int version = entry.getKey();
            var step = steps.stream().filter(one -> one.version() == version).findFirst();
            if (step.isEmpty()) {
                throw refused(
                        "storage.downgrade",
                        "Its database was written by a newer version (migration " + version
                                + " is unknown to this one). Install that version again, or restore a backup.");
            }
            if (!step.get().checksum().equals(entry.getValue())) {
                throw refused(
                        "storage.checksum",
                        "Its migration " + version + " was changed after it had been applied. A new change needs a"
                                + " new migration.");
            }
        }
    }

    private static BellhopException refused(String code, String message) {
        return new BellhopException(ErrorKind.PLUGIN, code, message, null);
    }

    private static void record(Connection connection, Migration step) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO bellhop_migrations VALUES (?, ?, ?)")) {
            insert.setInt(1, step.version());
            insert.setString(2, step.name());
            insert.setString(3, step.checksum());
            insert.executeUpdate();
        }
    }
}
