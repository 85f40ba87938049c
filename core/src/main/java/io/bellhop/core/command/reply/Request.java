package io.bellhop.core.command.reply;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Message;
import io.bellhop.core.approval.Petition;
import io.bellhop.core.command.parse.MessageParts;
import io.bellhop.core.command.reply.Answered.Answer;
import io.bellhop.core.dialog.Dialog;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user asked for, on its way to an invocation.
 *
 * @param message the message that asks
 * @param connector where its replies go
 * @param parts the message without its prefix
 * @param rank the user's rank
 * @param receivedNanos {@link System#nanoTime} when it came
 * @param admittingNanos {@link System#nanoTime} when admission began
 * @param answered completes when it has been answered
 * @param dialog the question that the message answers, or null
 * @param approved what was approved before this runs, or null
 * @param before what the message was answered before it was edited, or null
 */
public record Request(
        Message message,
        Connector connector,
        MessageParts parts,
        int rank,
        long receivedNanos,
        long admittingNanos,
        CompletableFuture<Void> answered,
        @Nullable Dialog dialog,
        @Nullable Petition approved,
        @Nullable Answer before) {
    /**
     * Returns the same as if another line had been typed.
     *
     * @param line the line, without a prefix
     * @return the request for that
     */
    public Request withLine(String line) {
        var typed = new MessageParts(line, parts.blocks());
        return new Request(
                message, connector, typed, rank, receivedNanos, admittingNanos, answered, dialog, approved, before);
    }

    /**
     * Returns the same by another rank.
     *
     * @param now the rank that its user has now
     * @return the request by that
     */
    public Request withRank(int now) {
        return new Request(
                message, connector, parts, now, receivedNanos, admittingNanos, answered, dialog, approved, before);
    }
}
