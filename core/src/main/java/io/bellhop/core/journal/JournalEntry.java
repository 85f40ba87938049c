package io.bellhop.core.journal;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One invocation in the journal, from its acceptance to its last reply. Safe for use from any thread. */
public final class JournalEntry {
    private final Journal journal;
    private final Row row;
    private final CompletionStage<?> accepted;
    private final AtomicInteger replies = new AtomicInteger();

    JournalEntry(Journal journal, Row row, CompletionStage<?> accepted) {
        this.journal = journal;
        this.row = row;
        this.accepted = accepted;
    }

    /**
     * Returns when the invocation may run.
     *
     * @return completes on the ledger's thread when the acceptance is safely on the disk; exceptionally if it can't be
     */
    public CompletionStage<?> accepted() {
        return accepted;
    }

    /**
     * Says why an invocation that could not be accepted does not run.
     *
     * @param failure how {@link #accepted} failed
     * @return what its user reads
     */
    public static BellhopException refusal(Throwable failure) {
        return failure instanceof BellhopException known
                ? known
                : new BellhopException(
                        ErrorKind.INTERNAL,
                        "storage.failed",
                        "The bot can't write down what it is asked for, so it did nothing. Its log says why.",
                        failure);
    }

    /**
     * Writes a reply down, and sends it; others will follow.
     *
     * @param content what
     * @param replaces the message in whose place it is to stand, or null
     * @return where it went
     */
    public CompletionStage<Receipt> reply(Content content, @Nullable CompletionStage<Receipt> replaces) {
        var asked = row.asked().withoutLine(); // it stands in the invocation's own row, unless it was forgotten there
        var reply = new Row(journal.nextId(), asked, replies.incrementAndGet(), null, null, null);
        return journal.reply(reply, content, replaces);
    }

    /**
     * Marks the invocation as finished, writes its last reply down, and sends that.
     *
     * @param content what
     * @param replaces the message in whose place it is to stand, or null
     * @return where it went
     */
    public CompletionStage<Receipt> finish(Content content, @Nullable CompletionStage<Receipt> replaces) {
        return journal.finish(row, content, replaces);
    }

    /** Marks the invocation as finished, with nothing more to say. */
    public void finish() {
        journal.done(row);
    }
}
