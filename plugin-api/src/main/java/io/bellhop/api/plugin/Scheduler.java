package io.bellhop.api.plugin;

import java.time.Duration;
import java.time.ZoneId;

/**
 * Timers, which live as long as the plugin is loaded, and jobs, whose times the bot remembers while the plugin or the
 * bot is away. Injected; safe for use from any thread. In the test kit time stands still until the test advances it.
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

    /**
     * Runs a task at times by the calendar, never beside itself. To be called at each start of the plugin, as in its
     * constructor: the bot remembers under the job's name when it ran last, and so knows what it missed. A job that is
     * changed, or new, has missed nothing.
     *
     * @param name names the job within the plugin; another of the same name takes its place
     * @param times a Unix cron expression of five fields (minute, hour, day of month, month, day of week), such as
     *     {@code 0 9 * * MON}, or one of {@code @hourly}, {@code @daily}, {@code @weekly}, {@code @monthly} and
     *     {@code @yearly}. A time that a change of clocks leaves out comes when the clocks have changed
     * @param zone where the calendar hangs
     * @param missed what becomes of times that passed meanwhile
     * @param task called on the plugin's pool, under a deadline of 30 seconds; what it throws counts against the
     *     plugin, and the job goes on
     * @return ends the job for this run of the plugin
     * @throws IllegalArgumentException if the times are no such expression, or never come
     */
    Registration cron(String name, String times, ZoneId zone, Missed missed, Runnable task);
}
