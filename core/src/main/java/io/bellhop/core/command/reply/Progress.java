package io.bellhop.core.command.reply;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.core.command.reply.Answered.Answer;
import io.bellhop.core.event.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one message that says how far an invocation is: sent once, then edited at a polite rate, at last replaced by the
 * reply. Where messages can't be edited nothing is said, so that only the final state shows. Safe for use from any
 * thread.
 */
public final class Progress {
    private static final Duration POLITE = Duration.ofMillis(1500);

    private final Connector connector;
    private final Time time;
    private final Function<Content, CompletionStage<Receipt>> send;
    private @Nullable CompletableFuture<Receipt> message;
    private @Nullable Text next;
    private boolean resting;
    private boolean untouched;

    /**
     * Makes it, with what was answered before an edit in its place. What everybody saw is never changed into what one
     * person alone may see, nor the other way round: it goes, and what comes is sent anew.
     *
     * @param connector edits
     * @param time how often that is polite
     * @param send sends
     * @param before what was answered before, or null
     * @param whispers whether one person alone sees what is sent
     */
    public Progress(
            Connector connector,
            Time time,
            Function<Content, CompletionStage<Receipt>> send,
            @Nullable Answer before,
            boolean whispers) {
        this.connector = connector;
        this.time = time;
        this.send = send;
        if (before == null || !connector.capabilities().contains(Capability.EDITS)) {
            return;
        }
        if (before.whispered() == whispers) {
            untouched = true;
            message = before.receipt();
        } else {
            var _ = before.receipt().thenAccept(connector::delete);
        }
    }

    /** Deletes what was answered before, if nothing has taken its place, and nothing will. */
    synchronized void drop() {
        var before = message;
        if (untouched && before != null) {
            untouched = false;
            message = null;
            var _ = before.thenAccept(connector::delete);
        }
    }

    /** Returns the message that is shown, or null. */
    synchronized @Nullable CompletableFuture<Receipt> shown() {
        return message;
    }

    /** Shows a state, at once or when it is polite again. */
    synchronized void show(Text state) {
        if (!connector.capabilities().contains(Capability.EDITS)) {
            return;
        }
        next = state;
        if (!resting) {
            flush();
        }
    }

    /**
     * Sends the reply in the place of the state, if one was shown.
     *
     * @param reply what is said
     * @return where it went
     */
    public CompletionStage<Receipt> replace(Content reply) {
        return put(end(), reply);
    }

    /** Shows no more until asked to; returns the message that the reply is to replace, or null. */
    synchronized @Nullable CompletableFuture<Receipt> end() {
        next = null;
        var shown = message;
        message = null;
        untouched = false;
        return shown;
    }

    /** Changes what is shown; where that fails, as when somebody has deleted it, sends anew. */
    private CompletionStage<Receipt> put(@Nullable CompletableFuture<Receipt> shown, Content content) {
        return shown == null
                ? send.apply(content)
                : shown.thenCompose(receipt -> connector.edit(receipt, content))
                        .exceptionallyCompose(failure -> send.apply(content));
    }

    private void flush() {
        var state = next;
        if (state == null) {
            return;
        }
        next = null;
        untouched = false;
        message = put(message, Content.of(state)).toCompletableFuture();
        resting = true;
        time.after(POLITE, this::rested);
    }

    private synchronized void rested() {
        resting = false;
        flush();
    }
}
