package io.bellhop.core.dialog;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open dialogs in the core's database. */
@Singleton
final class DialogTable implements DialogStore {
    private static final Logger log = LoggerFactory.getLogger(DialogTable.class);

    /** Nobody writes this character, and a mapper of JSON would cost every start of the bot its time. */
    private static final String SEPARATOR = "\u001f";

    private final CoreDatabase core;
    private final Ledger ledger;

    @Inject
    DialogTable(CoreDatabase core, Ledger ledger) {
        this.core = core;
        this.ledger = ledger;
    }

    @Override
    public List<Dialog> all() {
        return core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM dialog ORDER BY until")
                        .map((row, context) -> dialog(row))
                        .list());
    }

    @Override
    public void keep(Dialog dialog) {
        write(dialog, writer -> {
            var insert = writer.prepare("INSERT OR REPLACE INTO dialog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            insert.setString(1, dialog.user().connector());
            insert.setString(2, dialog.user().id());
            insert.setString(3, dialog.channel().id());
            insert.setString(4, dialog.ref());
            insert.setString(5, dialog.plugin());
            insert.setString(6, dialog.line());
            insert.setString(7, String.join(SEPARATOR, dialog.choices()));
            insert.setString(8, dialog.prompt());
            insert.setLong(9, dialog.patience().toMillis());
            insert.setLong(10, dialog.until().toEpochMilli());
            insert.setInt(11, dialog.attempts());
            insert.setString(
                    12, dialog.question().map(message -> message.channel().id()).orElse(null));
            insert.setString(13, dialog.question().map(MessageId::id).orElse(null));
            return insert.executeUpdate();
        });
    }

    @Override
    public CompletionStage<Integer> drop(Dialog dialog) {
        return write(dialog, writer -> {
            var delete = writer.prepare(
                    "DELETE FROM dialog WHERE connector = ? AND user_id = ? AND channel_id = ? AND ref = ?");
            delete.setString(1, dialog.user().connector());
            delete.setString(2, dialog.user().id());
            delete.setString(3, dialog.channel().id());
            delete.setString(4, dialog.ref());
            return delete.executeUpdate();
        });
    }

    private CompletionStage<Integer> write(Dialog dialog, Ledger.Entry<Integer> entry) {
        return ledger.write(entry).whenComplete((done, failure) -> {
            if (failure != null) {
                log.error("the question of invocation {} is not stored as it stands", dialog.ref(), failure);
            }
        });
    }

    private static Dialog dialog(ResultSet row) throws SQLException {
        var connector = row.getString("connector");
        return new Dialog(
                row.getString("ref"),
                new UserId(connector, row.getString("user_id")),
                new ChannelId(connector, row.getString("channel_id")),
                row.getString("plugin"),
                row.getString("line"),
                choices(row.getString("choices")),
                row.getString("prompt"),
                Duration.ofMillis(row.getLong("patience")),
                Instant.ofEpochMilli(row.getLong("until")),
                row.getInt("attempts"),
                question(connector, row),
                false);
    }

    private static List<String> choices(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }

    private static Optional<MessageId> question(String connector, ResultSet row) throws SQLException {
        var channel = row.getString("question_channel");
        return channel == null
                ? Optional.empty()
                : Optional.of(new MessageId(new ChannelId(connector, channel), row.getString("question_id")));
    }
}
