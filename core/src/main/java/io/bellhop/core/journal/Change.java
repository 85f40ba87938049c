package io.bellhop.core.journal;

import org.jspecify.annotations.Nullable;

/** Something that happens to rows of the journal. */
sealed interface Change {
    /**
     * A row begins: an invocation was accepted, or says something before its last reply.
     *
     * @param row all of it
     */
    record Begun(Row row) implements Change {}

    /**
     * An invocation has finished, and its last reply is to be sent.
     *
     * @param id the row's number
     * @param at when, in milliseconds
     * @param content the reply, as JSON
     * @param replaces the messages whose place it takes, as JSON, or null if none
     */
    record Replied(
            long id, long at, String content, @Nullable String replaces) implements Change {}

    /**
     * Of a run of rows, nothing more is owed.
     *
     * @param first the first row's number
     * @param last the last row's number
     */
    record Done(long first, long last) implements Change {}
}
