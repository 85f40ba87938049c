package io.bellhop.core.journal;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The journal's rows: written through the ledger, read beside it. */
final class JournalTable {
    private static final String INSERT = """
            INSERT INTO journal (id, ref, connector, user_id, channel, message, whisper, plugin, command, line, files,
              accepted_at, number, replied_at, content, replaces)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REPLY = "UPDATE journal SET replied_at = ?, content = ?, replaces = ? WHERE id = ?";
    private static final String DELETE = "DELETE FROM journal WHERE id BETWEEN ? AND ?";
    private static final String REDACT =
            "UPDATE journal SET line = '' WHERE connector = ? AND user_id = ? AND id > ? AND content IS NULL";
    private static final String FORGET =
            "DELETE FROM journal WHERE connector = ? AND user_id = ? AND NOT (id > ? AND content IS NULL)";

    private final Jdbi jdbi;

    @Inject
    JournalTable(CoreDatabase core) {
        this.jdbi = core.jdbi();
    }

    /** Returns the number of the last row, or 0. */
    long last() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT coalesce(max(id), 0) FROM journal")
                .mapTo(Long.class)
                .one());
    }

    /** Returns the next rows of a connector, up to one, in order. */
    List<Row> after(long id, long upTo, String connector, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM journal WHERE id > :id AND id <= :upTo AND connector = :connector
                        ORDER BY id LIMIT :most""")
                .bind("id", id)
                .bind("upTo", upTo)
                .bind("connector", connector)
                .bind("most", most)
                .map((row, _) -> row(row))
                .list());
    }

    List<Row> of(UserId user) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM journal WHERE connector = :connector AND user_id = :user ORDER BY id")
                .bind("connector", user.connector())
                .bind("user", user.id())
                .map((row, _) -> row(row))
                .list());
    }

    static int insert(Ledger.Writer writer, Row row) throws SQLException {
        var insert = writer.prepare(INSERT);
        var asked = row.asked();
        var repliedAt = row.repliedAt();
        insert.setLong(1, row.id());
        insert.setString(2, asked.ref());
        insert.setString(3, asked.user().connector());
        insert.setString(4, asked.user().id());
        insert.setString(5, asked.message().channel().id());
        insert.setString(6, asked.message().id());
        insert.setInt(7, asked.whispers() ? 1 : 0);
        insert.setString(8, asked.plugin());
        insert.setString(9, asked.command());
        insert.setString(10, asked.line());
        insert.setInt(11, asked.files());
        insert.setLong(12, asked.time().toEpochMilli());
        insert.setInt(13, row.number());
        if (repliedAt == null) {
            insert.setNull(14, Types.BIGINT);
        } else {
            insert.setLong(14, repliedAt.toEpochMilli());
        }
        insert.setString(15, row.content());
        insert.setString(16, row.replaces());
        return insert.executeUpdate();
    }

    /** Writes down what is to be sent for an invocation that was accepted. */
    static int reply(Ledger.Writer writer, Change.Replied reply) throws SQLException {
        var update = writer.prepare(REPLY);
        update.setLong(1, reply.at());
        update.setString(2, reply.content());
        update.setString(3, reply.replaces());
        update.setLong(4, reply.id());
        return update.executeUpdate();
    }

    static int delete(Ledger.Writer writer, long from, long to) throws SQLException {
        var delete = writer.prepare(DELETE);
        delete.setLong(1, from);
        delete.setLong(2, to);
        return delete.executeUpdate();
    }

    /** Forgets all of a user; of what still runs, what they wrote. */
    static int forget(Ledger.Writer writer, UserId user, long before) throws SQLException {
        int rows = 0;
        for (var sql : List.of(REDACT, FORGET)) {
            var statement = writer.prepare(sql);
            statement.setString(1, user.connector());
            statement.setString(2, user.id());
            statement.setLong(3, before);
            rows += statement.executeUpdate();
        }
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        var connector = row.getString("connector");
        var asked = new Asked(
                row.getString("ref"),
                new UserId(connector, row.getString("user_id")),
                new MessageId(new ChannelId(connector, row.getString("channel")), row.getString("message")),
                row.getInt("whisper") != 0,
                row.getString("plugin"),
                row.getString("command"),
                row.getString("line"),
                row.getInt("files"),
                Instant.ofEpochMilli(row.getLong("accepted_at")));
        var content = row.getString("content");
        return new Row(
                row.getLong("id"),
                asked,
                row.getInt("number"),
                content == null ? null : Instant.ofEpochMilli(row.getLong("replied_at")),
                content,
                row.getString("replaces"));
    }
}
