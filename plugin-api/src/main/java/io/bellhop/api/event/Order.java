package io.bellhop.api.event;

/** The order in which a subscriber gets its events. */
public enum Order {
    /** One after another within a channel, in the order of publishing; channels beside each other. */
    PER_CHANNEL,
    /** As threads come free, even beside each other. */
    NONE
}
