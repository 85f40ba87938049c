package io.bellhop.api.error;

/** Whose turn it is to act on a failure. */
public enum ErrorKind {
    /** The user asked for something that can't be done as asked; asking differently helps. */
    USER,
    /** A limit held: time, memory, a queue, a cooldown. Less, or later, helps. */
    LIMIT,
    /** A plugin failed; its author or the bot's owner has to look. */
    PLUGIN,
    /** The chat platform refused or could not be reached. */
    CONNECTOR,
    /** Bellhop itself failed; this is a bug. */
    INTERNAL
}
