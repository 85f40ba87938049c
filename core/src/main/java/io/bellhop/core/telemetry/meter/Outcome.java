package io.bellhop.core.telemetry.meter;

/** How an invocation that ran ended. */
public enum Outcome {
    /** With a reply, or nothing to say. */
    ANSWERED,
    /** The command told the user why not. */
    REFUSED,
    /** The plugin threw. */
    FAILED,
    /** Past its deadline. */
    TIMED_OUT,
    /** By its user, or an unload. */
    CANCELLED
}
