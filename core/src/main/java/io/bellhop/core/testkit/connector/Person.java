package io.bellhop.core.testkit.connector;

/** Who is on a {@link Platform}: all of them are in its lobby, as is the bot. */
public enum Person {
    /** Someone. */
    ANN,
    /** Someone else. */
    BEN,
    /** Another bot, where the platform tells bots from people. */
    ROBOT
}
