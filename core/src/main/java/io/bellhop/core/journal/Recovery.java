package io.bellhop.core.journal;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.core.error.ErrorReply;
import io.bellhop.core.event.Time;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays what the last run of the bot has left owing, as soon as the connector is there: sends the replies that may not
 * have been sent, and tells the users of commands that had not finished.
 */
@Singleton
public final class Recovery {
    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    /** So many are sent at a time: whoever asks meanwhile is answered in between. */
    private static final int PAGE = 100;

    private static final Duration NEXT_TRY = Duration.ofSeconds(10);

    private final Journal journal;
    private final JournalTable table;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Interruptions interruptions;
    private final Time time;
    private final Contents contents = new Contents();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    @Inject
    Recovery(
            Journal journal, JournalTable table, Ledger ledger, Outbox outbox, Interruptions interruptions, Time time) {
        this.journal = journal;
        this.table = table;
        this.ledger = ledger;
        this.outbox = outbox;
        this.interruptions = interruptions;
        this.time = time;
    }

    /**
     * A connector can be sent to. Returns at once.
     *
     * @param connector its id
     */
    public void connected(String connector) {
        if (begun.add(connector)) {
            goOn(connector, 0);
        }
    }

    private void goOn(String connector, long after) {
        outbox.begin();
        outbox.on(connector, () -> {
            try {
                page(connector, table.after(after, journal.lastBefore(), connector, PAGE));
            } catch (RuntimeException unreadable) {
                log.error("what is owed on {} can't be read; it is tried again", connector, unreadable);
                time.after(NEXT_TRY, () -> goOn(connector, after));
            } finally {
                outbox.end();
            }
        });
    }

    private void page(String connector, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var interrupted = rows.stream()
                .filter(row -> row.content() == null)
                .map(this::interrupted)
                .toList();
        interrupted.stream().map(Row::asked).forEach(interruptions::record);
        outbox.begin();
        ledger.write(writer -> written(writer, interrupted)).whenComplete((count, failure) -> {
            report(connector, rows.size(), interrupted.size(), failure);
            outbox.on(connector, () -> send(connector, rows, interrupted));
        });
    }

    private void send(String connector, List<Row> rows, List<Row> interrupted) {
        var notices = interrupted.stream().collect(Collectors.toMap(Row::id, row -> row));
        var deliveries =
                rows.stream().map(row -> send(row, notices.get(row.id()))).toArray(CompletableFuture[]::new);
        var _ = CompletableFuture.allOf(deliveries)
                .thenRun(() -> goOn(connector, rows.getLast().id()));
        outbox.end();
    }

    private CompletableFuture<Boolean> send(Row row, @Nullable Row notice) {
        outbox.begin();
        var delivery = notice == null ? again(row) : Delivery.first(notice, content(notice), null);
        return outbox.send(delivery)
                .handle((receipt, failure) -> isTold(row, failure))
                .toCompletableFuture();
    }

    private Delivery again(Row row) {
        var stored = row.replaces();
        if (stored == null) {
            return Delivery.again(row, content(row), null, true);
        }
        var replaced = contents.receipt(row.asked().user().connector(), stored);
        return Delivery.again(
                row,
                content(row),
                replaced.map(CompletableFuture::completedFuture).orElse(null),
                replaced.isPresent());
    }

    private Content content(Row row) {
        try {
            return contents.content(Objects.requireNonNull(row.content()));
        } catch (IllegalArgumentException unreadable) {
            log.error("the reply of invocation {} can't be read", row.asked().ref(), unreadable);
            return notice(row.asked());
        }
    }

    private Row interrupted(Row row) {
        return row.replied(
                time.clock().instant(), contents.keep(notice(row.asked())).json(), row.replaces());
    }

    private static int written(Ledger.Writer writer, List<Row> rows) throws SQLException {
        for (var row : rows) {
            JournalTable.reply(writer, reply(row));
        }
        return rows.size();
    }

    private static Change.Replied reply(Row row) {
        return new Change.Replied(
                row.id(),
                Objects.requireNonNull(row.repliedAt()).toEpochMilli(),
                Objects.requireNonNull(row.content()),
                row.replaces());
    }

    private static Content notice(Asked asked) {
        var text = Text.empty()
                .code(asked.command())
                .add(" was interrupted when the bot went down, and may have taken effect.");
        var notice = Content.of(ErrorReply.named(text, "command.interrupted", asked.ref()));
        boolean canBeAsked = !asked.line().isEmpty() && asked.files() == 0;
        return canBeAsked ? notice.with(Choice.of("Run it again", asked.line())) : notice;
    }

    private static void report(String connector, int rows, int interrupted, @Nullable Throwable failure) {
        log.warn(
                "the last run was over before all was sent: on {} it owed {} replies, and the users of {} interrupted commands are told",
                connector,
                rows - interrupted,
                interrupted);
        if (failure != null) {
            log.error("that they are told can't be journalled; another crash would tell them again", failure);
        }
    }

    private static boolean isTold(Row row, @Nullable Throwable failure) {
        if (failure != null) {
            Failures.tell(log, row.asked().ref(), failure);
        }
        return failure == null;
    }
}
