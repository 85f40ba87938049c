package io.bellhop.core.storage;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.storage.KeyValue;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.sqlite.SQLiteConnection;

/** An open database with its schema up to date. Safe for use from any thread. */
public final class Database implements AutoCloseable {
    private final ConnectionPool pool;
    private final Jdbi jdbi;
    private final KeyValue keyValue;

    private Database(ConnectionPool pool, Clock clock) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).setTransactionHandler(new WriteTurn()).installPlugin(new SqlObjectPlugin());
        // else a failure's message, and so the log, holds what people wrote
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.SHORT_STATEMENT);
        this.keyValue = new KeyValueTable(pool, clock);
    }

    /** Opens a database that is copied aside only before it takes migrations. */
    static Database open(SqliteFile file, Migrations migrations, Clock clock) {
        return open(file, migrations, clock, false);
    }

    /**
     * Opens a database, which is made if it is missing, and takes the migrations that it lacks.
     *
     * @param file where it lies, and what its commits survive
     * @param migrations the whole schema, step by step
     * @param clock tells when values expire
     * @param upgrades whether it is copied aside even if it lacks none
     * @return the database, to be closed
     * @throws BellhopException if it can't be opened or migrated; it is then as it was
     */
    static Database open(SqliteFile file, Migrations migrations, Clock clock, boolean upgrades) {
        file.check();
        var pool = new ConnectionPool(file);
        try {
            returnIfNewer(file, migrations);
            prepare(pool, file, migrations, upgrades);
            return new Database(pool, clock);
        } catch (SQLException e) {
            close(pool);
            throw StorageFailure.of(file, e);
        } catch (IOException e) {
            close(pool);
            throw StorageFailure.of(file, e);
        } catch (RuntimeException e) {
            close(pool);
            throw e;
        }
    }

    /** An upgrade that the end of the process cut short is undone for those who can't read what came of it. */
    private static void returnIfNewer(SqliteFile file, Migrations migrations) throws SQLException, IOException {
        var aside = new CopyAside(file);
        if (aside.exists()) {
            boolean covered;
            try (var connection = file.connect()) {
                covered = migrations.cover(connection);
            }
            if (!covered) {
                aside.restore();
            }
        }
    }

    private static void prepare(ConnectionPool pool, SqliteFile file, Migrations migrations, boolean upgrades)
            throws SQLException, IOException {
        boolean isNew = file.isNew();
        var connection = pool.openConnection();
        try (var statement = connection.createStatement()) {
            var missing = migrations.missing(connection);
            var aside = new CopyAside(file);
            if ((upgrades || !missing.isEmpty()) && !aside.exists()) {
                aside.take(connection.unwrap(SQLiteConnection.class), isNew);
            }
            if (!missing.isEmpty()) {
                migrations.apply(connection);
            }
            statement.executeUpdate(KeyValueTable.SCHEMA);
        } finally {
            pool.closeConnection(connection);
        }
    }

    /**
     * Returns the way to its tables.
     *
     * @return Jdbi, whose transactions take turns
     */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * Returns the store in it that needs no tables.
     *
     * @return the store
     */
    public KeyValue keyValue() {
        return keyValue;
    }

    /** Ends what is done with it, and lets go of the file. */
    @Override
    public void close() {
        close(pool);
    }

    private static void close(ConnectionPool pool) {
        try {
            pool.close();
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }
}
