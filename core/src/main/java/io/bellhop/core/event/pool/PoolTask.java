package io.bellhop.core.event.pool;

import java.time.Duration;

/** A piece of a plugin's work, run on its pool under a deadline. */
public interface PoolTask {
    /** How long work may take that needs no time of its own. */
    Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    /**
     * Does the work, on a thread of the pool. Handles its own failures.
     *
     * @param run the handle of this very run
     */
    void run(Run run);

    /**
     * Returns how long the work may take once it runs.
     *
     * @return the time after which the thread is interrupted
     */
    Duration deadline();

    /**
     * Told once that the work is cut: its thread is about to be interrupted, or it will never get one. Called on any
     * thread; returns at once.
     *
     * @param why the reason
     */
    void cut(Cut why);
}
