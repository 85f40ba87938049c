package io.bellhop.core.event;

import io.bellhop.api.plugin.Registration;
import java.time.Clock;
import java.time.Duration;

/** The bot's only source of time and timers, so that a test can let it stand still. Safe for use from any thread. */
public interface Time {
    /**
     * Returns a reading that only grows, whatever the wall clock does.
     *
     * @return nanoseconds since an arbitrary moment
     */
    long nanos();

    /**
     * Returns the wall clock.
     *
     * @return a clock in UTC
     */
    Clock clock();

    /**
     * Calls a task once.
     *
     * @param delay how long from now
     * @param task called on a thread of the core's; it runs no plugin's code
     * @return ends the timer
     */
    Registration after(Duration delay, Runnable task);
}
