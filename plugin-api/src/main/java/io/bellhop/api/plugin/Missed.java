package io.bellhop.api.plugin;

/** What becomes of times that passed while the bot or the plugin was away, or that a jump of the clock left out. */
public enum Missed {
    /** They are skipped. */
    SKIP,
    /** They are made up for once, however many they are. */
    ONCE,
    /** They are made up for one after the other, a hundred at most. */
    ALL
}
