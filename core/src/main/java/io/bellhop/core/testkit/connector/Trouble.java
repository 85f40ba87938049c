package io.bellhop.core.testkit.connector;

/** What can befall the link between a connector and its peer. {@link Relay} plays the first three. */
public enum Trouble {
    /** Connections break, and none can be made. */
    AWAY,
    /** Connections stay open and new ones are taken, but nothing passes. */
    STALLED,
    /** All that passes takes its time. */
    SLOW,
    /** {@link Person#ANN} takes no whispers from the bot. */
    CLOSED
}
