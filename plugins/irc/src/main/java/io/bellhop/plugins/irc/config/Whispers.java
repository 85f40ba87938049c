package io.bellhop.plugins.irc.config;

/** How whispers are sent. */
public enum Whispers {
    /** As notices, which clients show where their reader is looking and which no bot answers. */
    NOTICE,
    /** As private messages, which clients show in a window of their own. */
    PRIVMSG
}
