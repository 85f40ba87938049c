package io.bellhop.core.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The ledger's way to its database: one transaction after the other, with statements that are prepared once. */
final class LedgerConnection implements Ledger.Writer, AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private LedgerConnection(Connection connection) {
        this.connection = connection;
    }

    static LedgerConnection open(SqliteFile file) {
        try {
            return new LedgerConnection(file.connectForLedger());
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /** The driver's own commit begins the next transaction at once, and would keep all others from writing. */
    void commit() throws SQLException {
        connection.setAutoCommit(true);
    }

    /** Ends the transaction, if there is one: what failed may have been its beginning, or its end. */
    void rollBack(Throwable cause) {
        try {
            forgetStatements();
            SqliteFile.rollBack(connection);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** The driver ends a statement that has failed, and it can't be used again. */
    private void forgetStatements() throws SQLException {
        for (var statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
