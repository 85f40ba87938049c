package io.bellhop.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/**
 * How a database file is opened, everywhere alike.
 *
 * @param path where it lies
 * @param durability what its commits survive
 * @param busy how long to wait for others who write
 */
record SqliteFile(Path path, Durability durability, Duration busy) {
    private static final Duration BUSY = Duration.ofSeconds(5);
    /** About a millisecond's worth of SQLite's instructions. */
    private static final int BETWEEN_LOOKS = 50_000;
    /** 64 MB at most, in SQLite's unit: what is written into many places of an index goes to the file once. */
    private static final int LEDGER_CACHE = -64 * 1024;
    /** In one step: no other write can come in between. */
    private static final int ALL_PAGES = -1;

    SqliteFile(Path path, Durability durability) {
        this(path, durability, BUSY);
    }

    /** How it is called in what people read: without the folders, which are nobody's business in a chat. */
    String name() {
        return "The database file " + path.getFileName();
    }

    /** Tells whether nothing is in it yet. */
    boolean isNew() {
        try {
            return Files.notExists(path) || Files.size(path) == 0;
        } catch (IOException e) {
            throw StorageFailure.of(this, e);
        }
    }

    /**
     * Refuses what SQLite would take, and lose or mix up.
     *
     * @throws io.bellhop.api.error.BellhopException if the file is a link, or has lost its content
     */
    void check() {
        if (Files.isSymbolicLink(path)) {
            throw StorageFailure.unfit(this, "is a link to another file. Put the file itself there.");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw StorageFailure.unfit(this, "is no file. Move it out of the home's data folder.");
        }
        if (Files.exists(path) && isNew() && hasLog()) {
            throw StorageFailure.damaged(this, new SQLException("it is empty, but its log is not"));
        }
    }

    private boolean hasLog() {
        try {
            var log = path.resolveSibling(path.getFileName() + "-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            throw StorageFailure.of(this, e);
        }
    }

    /** Opens a connection; the file is made if it is missing. An interrupt of the thread that uses it ends a query. */
    SQLiteConnection connect() throws SQLException {
        return connect(() -> false);
    }

    /** Opens such a connection whose queries also end while something holds, whenever they began. */
    SQLiteConnection connect(BooleanSupplier ends) throws SQLException {
        return connect(config(), ends);
    }

    /** Opens a connection for many small writes: it does not ask after each which key that has made. */
    SQLiteConnection connectForLedger() throws SQLException {
        var config = config();
        config.setGetGeneratedKeys(false);
        config.setCacheSize(LEDGER_CACHE);
        return connect(config, () -> false);
    }

    private SQLiteConnection connect(SQLiteConfig config, BooleanSupplier ends) throws SQLException {
        var connection = (SQLiteConnection) config.createConnection("jdbc:sqlite:" + path);
        ProgressHandler.setHandler(connection, BETWEEN_LOOKS, new EndAtInterrupt(ends));
        return connection;
    }

    private SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(
                durability == Durability.FULL
                        ? SQLiteConfig.SynchronousMode.FULL
                        : SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout((int) busy.toMillis());
        config.enforceForeignKeys(true);
        // with deferred ones, whoever reads before it writes fails when another has written in between
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // what is deleted is overwritten: a line or a key that can be dug out of the file would not be forgotten
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }

    /** Copies a database, as of one moment, into a file; those who write meanwhile are not held up. */
    static void copy(SQLiteConnection from, Path to) throws SQLException {
        require(from.getDatabase().backup("main", to.toString(), null, 0, 0, ALL_PAGES));
    }

    /** Copies a file that may be in use into a database, such as one in memory. */
    static void copy(Path from, SQLiteConnection to) throws SQLException {
        require(to.getDatabase().restore("main", from.toString(), null, 0, 0, ALL_PAGES));
    }

    private static void require(int code) throws SQLException {
        if (code != SQLiteErrorCode.SQLITE_OK.code) {
            throw new SQLException("the copying failed", null, code);
        }
    }

    /** Ends what a connection is doing, from another thread. */
    static void interrupt(Connection connection) throws SQLException {
        database(connection).interrupt();
    }

    /** Ends a transaction that the driver knows nothing of, since it was begun by SQL; tells whether there was one. */
    static boolean endTransaction(Connection connection) throws SQLException {
        boolean open = isInTransaction(connection);
        if (open) {
            database(connection)._exec("ROLLBACK");
        }
        return open;
    }

    private static boolean isInTransaction(Connection connection) throws SQLException {
        try {
            database(connection)._exec("BEGIN DEFERRED; COMMIT"); // takes no lock, and fails within a transaction
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    private static DB database(Connection connection) throws SQLException {
        return connection.unwrap(SQLiteConnection.class).getDatabase();
    }

    /** Undoes a transaction that the driver has begun, be it that SQLite has ended it already, and begins no other. */
    static void rollBack(Connection connection) throws SQLException {
        endTransaction(connection);
        believe(connection);
        connection.setAutoCommit(true);
    }

    /** After some errors, such as a full disk, SQLite has ended the transaction itself, and the driver can't know. */
    static void believe(Connection connection) throws SQLException {
        if (!connection.getAutoCommit() && !isInTransaction(connection)) {
            database(connection)._exec("BEGIN DEFERRED");
        }
    }

    /** SQLite knows nothing of Java's interrupts. */
    private static final class EndAtInterrupt extends ProgressHandler {
        private final BooleanSupplier ends;

        EndAtInterrupt(BooleanSupplier ends) {
            this.ends = ends;
        }

        @Override
        protected int progress() {
            return Thread.currentThread().isInterrupted() || ends.getAsBoolean() ? 1 : 0;
        }
    }
}
