package io.bellhop.api.plugin;

import java.time.Duration;

/**
 * Timers that live as long as the plugin is loaded. Injected; safe for use from any thread. In the test kit time stands
 * still until the test advances it.
 */
public interface Scheduler {
    /**
     * Runs a task once.
     *
     * @param delay how long from now
     * @param task called on the plugin's pool
     * @return ends the timer
     */
    Registration after(Duration delay, Runnable task);

    /**
     * Runs a task again and again, never beside itself.
     *
     * @param interval from one start to the next, and before the first; more than zero
     * @param task called on the plugin's pool; what it throws is logged, and the timer goes on
     * @return ends the timer
     * @throws IllegalArgumentException if the interval is not more than zero
     */
    Registration every(Duration interval, Runnable task);
}
