package io.bellhop.core.storage;

import io.bellhop.api.error.BellhopException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few connections to one database file, made when they are first needed. Closing it ends what they are doing. Safe
 * for use from any thread.
 */
final class ConnectionPool implements ConnectionFactory, AutoCloseable {
    private static final int MOST = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(ConnectionPool.class);

    private final SqliteFile file;
    private final Duration patience;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> all = new HashSet<>();
    private volatile boolean closed;

    ConnectionPool(SqliteFile file) {
        this(file, PATIENCE);
    }

    /** Makes a pool that waits for a connection only so long. */
    ConnectionPool(SqliteFile file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /** Puts into a sentence what failed here. */
    BellhopException failure(SQLException failure) {
        return StorageFailure.of(file, failure);
    }

    @Override
    public Connection openConnection() throws SQLException {
        acquire();
        boolean opened = false;
        try {
            var connection = take();
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                permits.release();
            }
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            if (!connection.isClosed()) {
                endTransaction(connection);
            }
        } catch (SQLException e) {
            connection.close(); // nobody knows what state it is in
            throw e;
        } finally {
            giveBack(connection);
            permits.release();
        }
    }

    /** What was begun and not committed is undone, or it would keep all others from writing. */
    private void endTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            SqliteFile.rollBack(connection);
        } else if (SqliteFile.endTransaction(connection)) {
            log.warn("a transaction on {} was begun by a statement and never ended; it is rolled back", file.path());
        }
    }

    private void acquire() throws SQLException {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLException("all " + MOST + " connections are in use, and none came back in "
                        + patience.toSeconds() + " s: use each handle in a try-with-resources");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", e);
        }
    }

    private synchronized Connection take() throws SQLException {
        if (closed) {
            throw new SQLException("the database is closed: its plugin was unloaded");
        }
        var connection = idle.poll();
        if (connection == null) {
            // an interrupt at the close misses a query that begins only then, and the close would wait for its end
            connection = file.connect(() -> closed);
            all.add(connection);
        }
        return connection;
    }

    private synchronized void giveBack(Connection connection) throws SQLException {
        if (connection.isClosed() || closed) {
            all.remove(connection);
            connection.close();
        } else {
            idle.push(connection);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        all.removeAll(idle);
        for (var busy : all) {
            SqliteFile.interrupt(busy);
            busy.close();
        }
        for (var unused : idle) { // last: one that was interrupted leaves the log of its writes behind
            unused.close();
        }
        all.clear();
        idle.clear();
    }
}
