package io.bellhop.core.command.reply;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
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
final class Progress {
    private static final Duration POLITE = Duration.ofMillis(1500);

    private final Connector connector;
    private final Time time;
    private final Function<Content, CompletionStage<Receipt>> send;
    private @Nullable CompletableFuture<Receipt> message;
    private @Nullable Text next;
    private boolean resting;

    Progress(Connector connector, Time time, Function<Content, CompletionStage<Receipt>> send) {
        this.connector = connector;
        this.time = time;
        this.send = send;
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

    /** Sends the reply in the place of the state, if one was shown. */
    CompletionStage<Receipt> replace(Content reply) {
        return put(end(), reply);
    }

    /** Shows no more until asked to; returns the message that the reply is to replace, or null. */
    synchronized @Nullable CompletableFuture<Receipt> end() {
        next = null;
        var shown = message;
        message = null;
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
        message = put(message, Content.of(state)).toCompletableFuture();
        resting = true;
        time.after(POLITE, this::rested);
    }

    private synchronized void rested() {
        resting = false;
        flush();
    }
}
