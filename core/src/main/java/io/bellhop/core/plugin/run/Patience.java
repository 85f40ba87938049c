package io.bellhop.core.plugin.run;

import java.time.Duration;

/**
 * How long the bot waits for a plugin.
 *
 * @param start for its constructors and its start
 * @param upgrade for its running commands before it is replaced
 * @param unload for its running commands before it is unloaded
 * @param stop for its stop
 * @param close for its threads to heed their interrupts, from the end of its stop
 */
public record Patience(Duration start, Duration upgrade, Duration unload, Duration stop, Duration close) {
    /** What the API promises; the waits of an unload add up to less than a second. */
    public static final Patience DEFAULT = new Patience(
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofMillis(250),
            Duration.ofMillis(400),
            Duration.ofMillis(300));
}
