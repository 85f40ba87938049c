package io.bellhop.core.telemetry.trace;

import java.util.Locale;

/** A part of an invocation's way, in the order they come. */
public enum Stage {
    /** From the connector to the command router. */
    RECEIVE,
    /** Finding the command and deciding whether it may run. */
    ADMIT,
    /** Waiting for a thread. */
    QUEUE,
    /** Parsing arguments and running the command. */
    RUN,
    /** Sending what it returned. */
    REPLY;

    String spanName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
