package io.bellhop.core.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database's log into its file beside those who write: left to SQLite, whoever writes the thousandth page
 * waits while all are written a second time. Safe for use from any thread.
 */
final class Checkpoints {
    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
    private static final int EVERY_COMMITS = 32;

    private final Connection connection;
    private final Thread thread;
    private int commits;
    private boolean closed;

    Checkpoints(Connection connection) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().name("checkpoints").daemon().unstarted(this::run);
        thread.start();
    }

    /** Hears of a commit. */
    synchronized void committed() {
        if (++commits == EVERY_COMMITS) {
            notifyAll();
        }
    }

    void close() throws InterruptedException, SQLException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.join();
        connection.close();
    }

    private void run() {
        try {
            while (isDue()) {
                checkpoint();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // only close ends this thread
        }
    }

    private synchronized boolean isDue() throws InterruptedException {
        while (commits < EVERY_COMMITS && !closed) {
            wait();
        }
        commits = 0;
        return !closed;
    }

    /** Takes what it can without anyone waiting for it. If it can't, whoever commits does, though later. */
    private void checkpoint() {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            log.debug("the log can't be brought into the file now", e);
        }
    }
}
