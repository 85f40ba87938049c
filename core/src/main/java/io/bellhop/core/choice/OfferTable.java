package io.bellhop.core.choice;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.choice.Offer.Option;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The offers in the core's database. They are written along with the next commit that is made for others; what reads
 * runs on the ledger's thread too.
 */
@Singleton
final class OfferTable implements OfferStore {
    static final int MOST_ROWS = 10_000;

    private static final Logger log = LoggerFactory.getLogger(OfferTable.class);
    private static final int PUTS_BETWEEN_SWEEPS = 500;
    private static final String INSERT = """
            INSERT INTO offer (connector, name, number, channel_id, message_id, asker, label, invocation,
              for_everyone, plugin, until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OLDEST_KEPT = "SELECT id FROM offer ORDER BY id DESC LIMIT 1 OFFSET ?";

    private final Ledger ledger;
    private final AtomicInteger puts = new AtomicInteger();

    @Inject
    OfferTable(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void put(Offer offer) {
        boolean sweeps = puts.incrementAndGet() % PUTS_BETWEEN_SWEEPS == 0;
        log("be kept, and work only until a restart", ledger.writeLater(writer -> {
            delete(writer, offer.key());
            insert(writer, offer);
            return sweeps ? deleteOldest(writer) : 0;
        }));
    }

    private static int delete(Ledger.Writer writer, OfferKey key) throws SQLException {
        var delete = writer.prepare("DELETE FROM offer WHERE connector = ? AND name = ?");
        set(delete, key);
        return delete.executeUpdate();
    }

    private static void insert(Ledger.Writer writer, Offer offer) throws SQLException {
        var insert = writer.prepare(INSERT);
        set(insert, offer.key());
        for (int i = 0; i < offer.options().size(); i++) {
            var option = offer.options().get(i);
            insert.setInt(3, i + 1);
            insert.setString(4, offer.message().map(id -> id.channel().id()).orElse(null));
            insert.setString(5, offer.message().map(MessageId::id).orElse(null));
            insert.setString(6, offer.asker().map(UserId::id).orElse(null));
            insert.setString(7, option.choice().label());
            insert.setString(8, option.choice().invocation());
            insert.setInt(9, option.choice().isForEveryone() ? 1 : 0);
            insert.setString(10, option.plugin().orElse(null));
            insert.setLong(11, offer.until().toEpochMilli());
            insert.executeUpdate();
        }
    }

    @Override
    public void drop(OfferKey key, MessageId message) {
        log("be withdrawn for the time after a restart", ledger.writeLater(writer -> {
            var delete = writer.prepare("DELETE FROM offer WHERE connector = ? AND name = ? AND message_id = ?");
            set(delete, key);
            delete.setString(3, message.id());
            return delete.executeUpdate();
        }));
    }

    @Override
    public void drop(OfferKey key) {
        log("be closed for the time after a restart", ledger.writeLater(writer -> delete(writer, key)));
    }

    @Override
    public CompletionStage<Optional<Offer>> find(OfferKey key) {
        return ledger.write(writer -> {
            var select = writer.prepare("SELECT * FROM offer WHERE connector = ? AND name = ? ORDER BY number");
            set(select, key);
            return offers(select).stream().findFirst();
        });
    }

    @Override
    public CompletionStage<List<Offer>> of(UserId asker) {
        return soon(writer -> {
            var select = writer.prepare("SELECT * FROM offer WHERE connector = ? AND asker = ? ORDER BY id");
            set(select, asker);
            return offers(select);
        });
    }

    @Override
    public CompletionStage<Integer> forget(UserId asker) {
        return soon(writer -> {
            var delete = writer.prepare("DELETE FROM offer WHERE connector = ? AND asker = ?");
            set(delete, asker);
            return delete.executeUpdate();
        });
    }

    @Override
    public void sweep(Instant now) {
        log("be deleted, though they are old", ledger.writeLater(writer -> {
            var delete = writer.prepare("DELETE FROM offer WHERE until <= ?");
            delete.setLong(1, now.toEpochMilli());
            return delete.executeUpdate() + deleteOldest(writer);
        }));
    }

    private static int deleteOldest(Ledger.Writer writer) throws SQLException {
        var delete = writer.prepare("DELETE FROM offer WHERE id <= (" + OLDEST_KEPT + ")");
        delete.setInt(1, MOST_ROWS);
        return delete.executeUpdate();
    }

    /** Writes after all that was to be written later, but now. */
    private <T> CompletionStage<T> soon(Ledger.Entry<T> entry) {
        var written = ledger.writeLater(entry);
        var _ = ledger.write(writer -> 0);
        return written;
    }

    private static void log(String what, CompletionStage<Integer> written) {
        var _ = written.whenComplete((rows, failure) -> {
            if (failure != null) {
                log.error("some choices can't {}", what, failure);
            }
        });
    }

    private static void set(PreparedStatement statement, OfferKey key) throws SQLException {
        statement.setString(1, key.connector());
        statement.setString(2, key.name());
    }

    private static void set(PreparedStatement statement, UserId asker) throws SQLException {
        statement.setString(1, asker.connector());
        statement.setString(2, asker.id());
    }

    /** Reads offers whose choices follow each other; one whose first choices were swept is as good as gone. */
    private static List<Offer> offers(PreparedStatement select) throws SQLException {
        var offers = new ArrayList<Offer>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                var key = new OfferKey(rows.getString("connector"), rows.getString("name"));
                if (rows.getInt("number") == 1) {
                    offers.add(offer(key, rows));
                }
                if (!offers.isEmpty() && offers.getLast().key().equals(key)) {
                    offers.getLast().options().add(option(rows));
                }
            }
        }
        return offers;
    }

    private static Offer offer(OfferKey key, ResultSet row) throws SQLException {
        return new Offer(
                key,
                message(key.connector(), row),
                Optional.ofNullable(row.getString("asker")).map(id -> new UserId(key.connector(), id)),
                new ArrayList<>(),
                Instant.ofEpochMilli(row.getLong("until")));
    }

    private static Option option(ResultSet row) throws SQLException {
        var choice = Choice.of(row.getString("label"), row.getString("invocation"));
        return new Option(
                row.getInt("for_everyone") == 0 ? choice : choice.forEveryone(),
                Optional.ofNullable(row.getString("plugin")));
    }

    private static Optional<MessageId> message(String connector, ResultSet row) throws SQLException {
        var channel = row.getString("channel_id");
        return channel == null
                ? Optional.empty()
                : Optional.of(new MessageId(new ChannelId(connector, channel), row.getString("message_id")));
    }
}
