package io.bellhop.core.event.pool;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The turn of one piece of work in its lane; the work may be over before its turn comes. Safe for use from any thread.
 */
public final class Turn {
    private final AtomicReference<State> state = new AtomicReference<>(State.AHEAD);
    private final Lanes lanes;
    private final Object key;

    /**
     * Makes a turn.
     *
     * @param lanes the lanes
     * @param key names the one that the work keeps its order in
     */
    public Turn(Lanes lanes, Object key) {
        this.lanes = lanes;
        this.key = key;
    }

    /** Where in time it is. */
    private enum State {
        AHEAD,
        NOW,
        OVER
    }

    /**
     * Starts the work when its turn comes, or skips it if it is over by then.
     *
     * @param start starts the work and returns at once
     * @param skip called instead
     */
    public void await(Runnable start, Runnable skip) {
        lanes.enter(key, () -> {
            if (state.compareAndSet(State.AHEAD, State.NOW)) {
                start.run();
            } else {
                skip.run();
                lanes.end(key);
            }
        });
    }

    /** Ends the turn, once; the next in the lane has it if it had come. */
    public void end() {
        if (state.getAndSet(State.OVER) == State.NOW) {
            lanes.end(key);
        }
    }
}
