package io.bellhop.core.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * The few connections to one database file, made when they are first needed. Closing it ends what they are doing. Safe
 * for use from any thread.
 */
final class ConnectionPool implements ConnectionFactory, AutoCloseable {
    private static final int MOST = 4;
    private static final int PATIENCE_SECONDS = 30;

    private final SqliteFile file;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> all = new HashSet<>();
    private boolean closed;

    ConnectionPool(SqliteFile file) {
        this.file = file;
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
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            giveBack(connection);
        } finally {
            permits.release();
        }
    }

    private void acquire() throws SQLException {
        try {
            if (!permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("all " + MOST + " connections are in use, and none came back in "
                        + PATIENCE_SECONDS + " s: use each handle in a try-with-resources");
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
            connection = file.connect();
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
