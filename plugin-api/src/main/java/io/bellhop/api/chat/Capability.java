package io.bellhop.api.chat;

/**
 * What a connector can do beyond plain text. Where one is absent its content degrades as described here, and never
 * fails silently.
 */
public enum Capability {
    /** Cards are shown as such; else as lines of text. */
    CARDS,
    /** Choices are buttons or menus; else numbered lines, answered by number. */
    CHOICES,
    /** A choice whose command lacks parameters opens a form that asks for them; else questions in the channel do. */
    FORMS,
    /** Files can be uploaded; else a note names the file and its size. */
    UPLOADS,
    /** A sent message can be edited; else the new content is sent as a message. */
    EDITS,
    /** A sent message can be deleted; else nothing happens and the caller is told. */
    DELETES,
    /** Messages can be reacted to; else nothing happens and the caller is told. */
    REACTIONS,
    /** A typing mark can be shown; else nothing happens. */
    TYPING,
    /** Older messages can be read; else there are none. */
    HISTORY,
    /** Threads can be begun; else the talk goes on in the channel itself. */
    THREADS,
    /**
     * Who awaits an answer is heard meanwhile; else only afterwards, so that a command must not wait for their words.
     */
    INTERJECTIONS
}
