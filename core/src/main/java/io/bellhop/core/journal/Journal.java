package io.bellhop.core.journal;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.event.Time;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is owed to users: the invocations that were accepted and have not finished, and the replies that have not been
 * sent. It is on the disk before a command runs, and before a reply leaves. Safe for use from any thread.
 */
@Singleton
public final class Journal {
    /** The number of what is said when an invocation has ended. */
    private static final int LATER = 1_000_000;

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final Ledger ledger;
    private final JournalLog changes;
    private final JournalTable table;
    private final Outbox outbox;
    private final Sweep sweep;
    private final Time time;
    private final Contents contents = new Contents();
    private final long lastBefore;
    private final AtomicLong lastId;

    @Inject
    Journal(Ledger ledger, JournalLog changes, JournalTable table, Outbox outbox, Sweep sweep, Time time) {
        this.ledger = ledger;
        this.changes = changes;
        this.table = table;
        this.outbox = outbox;
        this.sweep = sweep;
        this.time = time;
        settleAtTheStart();
        this.lastBefore = table.last();
        this.lastId = new AtomicLong(lastBefore);
    }

    /**
     * Something that is owed to a user.
     *
     * @param asked what they asked for
     * @param reply what is to be sent, or empty if that has not finished
     */
    public record Owed(Asked asked, Optional<Content> reply) {}

    /**
     * Writes down that an invocation was accepted.
     *
     * @param asked what was asked for
     * @return the entry, whose invocation may run once it is accepted
     */
    public JournalEntry accept(Asked asked) {
        var row = new Row(nextId(), asked, 0, null, null, null);
        return new JournalEntry(this, row, changes.append(new Change.Begun(row)));
    }

    /**
     * Writes down something that is said later about what was asked, and sends it.
     *
     * @param asked what was asked for, under a ref whose invocation says nothing more
     * @param content what
     * @return where it went
     */
    public CompletionStage<Receipt> tell(Asked asked, Content content) {
        return reply(new Row(nextId(), asked.withoutLine(), LATER, null, null, null), content, null);
    }

    /**
     * Returns all that is kept of a user. Waits for the disk.
     *
     * @param user who
     * @return what is owed to them, the oldest first
     */
    public List<Owed> of(UserId user) {
        ledger.write(writer -> 0).toCompletableFuture().join(); // takes along what is done with
        settle().toCompletableFuture().join();
        return table.of(user).stream()
                .map(row ->
                        new Owed(row.asked(), Optional.ofNullable(row.content()).map(contents::content)))
                .toList();
    }

    /**
     * Forgets all that is kept of a user: replies that could not be sent yet won't be after a restart, and of what
     * still runs only the command's name is kept until it ends.
     *
     * @param user who
     * @return how many entries there were
     */
    public CompletionStage<Integer> forget(UserId user) {
        return ledger.write(writer -> {
            changes.settle(writer);
            return JournalTable.forget(writer, user, lastBefore);
        });
    }

    /**
     * Brings the table up to date, for those who read it, or copy it.
     *
     * @return completes on the ledger's thread when that is done; exceptionally if it can't be
     */
    public CompletionStage<Integer> settle() {
        return ledger.write(changes::settle);
    }

    /**
     * Tells whether something is being written or sent.
     *
     * @return false if nothing is under way
     */
    public boolean isBusy() {
        return ledger.isBusy() || outbox.isBusy();
    }

    /** Else the numbers of rows that are only in the log would be given once more. */
    private void settleAtTheStart() {
        try {
            settle().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BellhopException told
                    ? told
                    : new BellhopException(
                            ErrorKind.INTERNAL,
                            "journal.unreadable",
                            "What was under way when the bot ended can't be read from core.db. Restore a backup, or move"
                                    + " the file out of the home's data folder to begin anew.",
                            e);
        }
    }

    /** The number of the last row that an earlier run of the bot has left. */
    long lastBefore() {
        return lastBefore;
    }

    long nextId() {
        return lastId.incrementAndGet();
    }

    void done(Row row) {
        sweep.done(row.id());
    }

    /** Writes down a reply that is not the last, and sends it. */
    CompletionStage<Receipt> reply(Row row, Content content, @Nullable CompletionStage<Receipt> replaces) {
        var kept = contents.keep(content);
        var reply = replied(row, kept, replaces);
        return send(reply, kept, replaces, new Change.Begun(reply));
    }

    /** Writes down the last reply, and sends it. */
    CompletionStage<Receipt> finish(Row row, Content content, @Nullable CompletionStage<Receipt> replaces) {
        var kept = contents.keep(content);
        var reply = replied(row, kept, replaces);
        var at = Objects.requireNonNull(reply.repliedAt()).toEpochMilli();
        return send(reply, kept, replaces, new Change.Replied(row.id(), at, kept.json(), reply.replaces()));
    }

    private Row replied(Row row, Contents.Kept kept, @Nullable CompletionStage<Receipt> replaces) {
        return row.replied(time.clock().instant(), kept.json(), replaces == null ? null : contents.receipt(replaces));
    }

    private CompletionStage<Receipt> send(
            Row reply, Contents.Kept kept, @Nullable CompletionStage<Receipt> replaces, Change change) {
        var delivery = Delivery.first(reply, kept.content(), replaces);
        outbox.begin();
        return changes.append(change)
                .exceptionally(failure -> unprotected(reply, failure))
                .thenCompose(written -> outbox.send(delivery));
    }

    /** What has run has run, and its user is told, even if that can't be written down. */
    private static @Nullable Void unprotected(Row reply, Throwable failure) {
        log.error(
                "a reply of invocation {} can't be journalled; it is sent, but a crash would lose it",
                reply.asked().ref(),
                failure);
        return null;
    }
}
