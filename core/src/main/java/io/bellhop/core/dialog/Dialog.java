package io.bellhop.core.dialog;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question that waits for its answer.
 *
 * @param ref names the invocation that asked, and this
 * @param user who alone may answer
 * @param channel where
 * @param plugin whose command asked
 * @param line the command line that the answer completes, with its code blocks
 * @param choices the only answers that are allowed; empty if any is
 * @param prompt what was asked, as plain text
 * @param patience how long an answer is waited for
 * @param until when it ends
 * @param attempts how many answers were wrong
 * @param question the message that asks, once it was sent
 * @param secret whether the line may hold a secret; the dialog is then forgotten when the bot ends
 */
public record Dialog(
        String ref,
        UserId user,
        ChannelId channel,
        String plugin,
        String line,
        List<String> choices,
        String prompt,
        Duration patience,
        Instant until,
        int attempts,
        Optional<MessageId> question,
        boolean secret) {
    private static final int MOST_ATTEMPTS = 3;

    Dialog asked(MessageId message) {
        return with(until, attempts, Optional.of(message));
    }

    /**
     * Tells whether nobody is asked again after one more answer that is wrong.
     *
     * @return true if the next answer must be right
     */
    public boolean isLastAttempt() {
        return attempts + 1 >= MOST_ATTEMPTS;
    }

    /**
     * Counts a wrong answer, and waits anew.
     *
     * @param now the time
     * @return the same question with more time
     */
    public Dialog again(Instant now) {
        return with(now.plus(patience), attempts + 1, question);
    }

    private Dialog with(Instant newUntil, int newAttempts, Optional<MessageId> newQuestion) {
        return new Dialog(
                ref,
                user,
                channel,
                plugin,
                line,
                choices,
                prompt,
                patience,
                newUntil,
                newAttempts,
                newQuestion,
                secret);
    }
}
