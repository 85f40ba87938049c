package io.bellhop.core.telemetry.meter;

/** Why something did not run at all. */
public enum Refusal {
    /** The rank was too low. */
    ACCESS,
    /** A setting disables it there. */
    DISABLED,
    /** Too soon after the last. */
    COOLDOWN,
    /** The queue was full. */
    OVERLOAD,
    /** No such command. */
    UNKNOWN,
    /** The plugin was away, upgrading or quarantined. */
    UNAVAILABLE
}
