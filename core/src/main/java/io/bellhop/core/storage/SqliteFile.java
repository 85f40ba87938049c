package io.bellhop.core.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/**
 * How a database file is opened, everywhere alike.
 *
 * @param path where it lies
 * @param durability what its commits survive
 */
record SqliteFile(Path path, Durability durability) {
    private static final Duration BUSY = Duration.ofSeconds(5);

    /** Opens a connection; the file is made if it is missing. */
    SQLiteConnection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(
                durability == Durability.FULL
                        ? SQLiteConfig.SynchronousMode.FULL
                        : SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.enforceForeignKeys(true);
        // with deferred ones, whoever reads before it writes fails when another has written in between
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return (SQLiteConnection) config.createConnection("jdbc:sqlite:" + path);
    }

    /** Ends what a connection is doing, from another thread. */
    static void interrupt(Connection connection) throws SQLException {
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }
}
