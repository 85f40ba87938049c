package io.bellhop.core.command.reply;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.core.command.settings.CommandOptions;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where messages were answered, for as long as an edit changes its answer and a deletion takes it along. In memory, so
 * a restart ends that sooner. Safe for use from any thread.
 */
@Singleton
public final class Answered {
    private static final int MOST = 10_000;

    private final Time time;
    private final Duration window;
    private final LinkedHashMap<MessageId, Entry> entries = new LinkedHashMap<>();
    private final LinkedHashMap<MessageId, Receipt> parts = new LinkedHashMap<>();

    @Inject
    Answered(Time time, CommandOptions options) {
        this.time = time;
        this.window = options.editWindow();
    }

    /**
     * An answer, which may still be on its way.
     *
     * @param receipt the messages that it becomes
     * @param whispered whether one person alone sees it
     */
    public record Answer(CompletableFuture<Receipt> receipt, boolean whispered) {
        private Answer and(CompletableFuture<Receipt> more) {
            var both = sent(receipt).thenCombine(sent(more), Answer::union);
            return new Answer(both.thenApply(Receipt::new), whispered);
        }

        /** What could not be sent stands nowhere. */
        private static CompletableFuture<List<MessageId>> sent(CompletableFuture<Receipt> receipt) {
            return receipt.thenApply(Receipt::messages).exceptionally(failure -> List.of());
        }

        private static List<MessageId> union(List<MessageId> one, List<MessageId> other) {
            return Stream.concat(one.stream(), other.stream()).distinct().toList();
        }
    }

    /** An answer since it was first given; none if the message was deleted. */
    private record Entry(Instant since, @Nullable Answer answer) {}

    /**
     * Notes that a message is being answered; if it is gone by then, the answer goes too.
     *
     * @param connector what sends the answer
     * @param asked the message
     * @param receipt where the answer will be
     * @param whispered whether one person alone sees it
     */
    public void note(Connector connector, MessageId asked, CompletionStage<Receipt> receipt, boolean whispered) {
        if (!canTakeBack(connector)) {
            return; // nothing there can be changed or deleted, and ten thousand answers are much to hold
        }
        var sending = receipt.toCompletableFuture();
        var _ = sending.thenAccept(this::join);
        if (!keep(asked, sending, whispered)) {
            var _ = sending.thenAccept(connector::delete);
        }
    }

    /** Notes of which messages content consists that was too long for one. */
    private synchronized void join(Receipt receipt) {
        for (var part : receipt.messages()) {
            parts.remove(part); // it may have been longer before an edit
            if (receipt.messages().size() > 1) {
                parts.put(part, receipt);
            }
        }
        while (parts.size() > MOST) {
            parts.pollFirstEntry();
        }
    }

    /**
     * Finds all that was sent at once with a message.
     *
     * @param part the message
     * @return all messages that the same content became, or this one alone if no more is known
     */
    public synchronized Receipt whole(MessageId part) {
        var known = parts.get(part);
        return known == null ? Receipt.of(part) : known;
    }

    private static boolean canTakeBack(Connector connector) {
        var can = connector.capabilities();
        return can.contains(Capability.EDITS) || can.contains(Capability.DELETES);
    }

    private synchronized boolean keep(MessageId asked, CompletableFuture<Receipt> receipt, boolean whispered) {
        var known = entries.get(asked);
        var before = known == null ? null : known.answer();
        if (known != null && before == null) {
            return false;
        }
        var answer = before != null && before.whispered() == whispered
                ? before.and(receipt)
                : new Answer(receipt, whispered);
        put(asked, new Entry(known == null ? now() : known.since(), answer));
        return true;
    }

    /**
     * Takes what a message was answered, for that is to be replaced.
     *
     * @param asked the message
     * @return the answer; empty if there is none, or it is too old to be changed
     */
    public synchronized Optional<Answer> take(MessageId asked) {
        return Optional.ofNullable(entries.remove(asked)).filter(this::isRecent).map(Entry::answer);
    }

    /**
     * Deletes what a message was answered, and what it will be, for it is gone.
     *
     * @param connector what sent the answer
     * @param asked the message
     */
    public void withdraw(Connector connector, MessageId asked) {
        var before = gone(asked);
        var answer = before == null || !isRecent(before) ? null : before.answer();
        if (answer != null) {
            var _ = answer.receipt().thenAccept(connector::delete);
        }
    }

    private synchronized @Nullable Entry gone(MessageId asked) {
        var before = entries.get(asked);
        put(asked, new Entry(now(), null));
        return before;
    }

    private boolean isRecent(Entry entry) {
        return Duration.between(entry.since(), now()).compareTo(window) <= 0;
    }

    private void put(MessageId asked, Entry entry) {
        entries.put(asked, entry);
        if (entries.size() > MOST) {
            entries.pollFirstEntry();
        }
    }

    private Instant now() {
        return time.clock().instant();
    }
}
