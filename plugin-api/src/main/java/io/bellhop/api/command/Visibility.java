package io.bellhop.api.command;

/** Who sees a command's reply. */
public enum Visibility {
    /** All who are in the channel. */
    CHANNEL,
    /** The asker alone. */
    WHISPER
}
