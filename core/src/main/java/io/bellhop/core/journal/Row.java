package io.bellhop.core.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the journal.
 *
 * @param id its number in the order of acceptance
 * @param asked what was asked for
 * @param number 0 for the invocation itself and its last reply, else an earlier reply
 * @param repliedAt when the reply was written down, or null if the invocation has not finished
 * @param content the reply as JSON, or null if the invocation has not finished
 * @param replaces the messages that the reply takes the place of, as JSON, or null if none
 */
record Row(
        long id,
        Asked asked,
        int number,
        @Nullable Instant repliedAt,
        @Nullable String content,
        @Nullable String replaces) {
    Row replied(Instant now, String newContent, @Nullable String newReplaces) {
        return new Row(id, asked, number, now, newContent, newReplaces);
    }
}
