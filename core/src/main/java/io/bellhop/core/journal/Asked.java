package io.bellhop.core.journal;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.time.Instant;

/**
 * What somebody has asked for, as the journal keeps it.
 *
 * @param ref names the invocation
 * @param user who asks
 * @param message the message that asks
 * @param whispers true if only the user sees the reply
 * @param plugin whose command it is
 * @param command the command's name
 * @param line what they wrote, with its code blocks, without the prefix; empty once it is forgotten, if it may hold a
 *     secret, and with an earlier reply
 * @param files how many files came with it
 * @param time when it was accepted
 */
public record Asked(
        String ref,
        UserId user,
        MessageId message,
        boolean whispers,
        String plugin,
        String command,
        String line,
        int files,
        Instant time) {
    /** Returns the same without what they wrote. */
    Asked withoutLine() {
        return new Asked(ref, user, message, whispers, plugin, command, "", files, time);
    }
}
