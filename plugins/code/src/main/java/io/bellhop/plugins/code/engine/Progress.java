package io.bellhop.plugins.code.engine;

import java.util.Optional;

/** Hears how a job goes, while it goes, and is asked for what it lacks. Called on any thread; quick. */
public interface Progress {
    /** Hears nothing. */
    Progress UNHEARD = new Progress() {};

    /**
     * Called when the job has to wait, and again whenever it moves up.
     *
     * @param position its place in the queue, from 1
     */
    default void queued(int position) {}

    /**
     * Called with each piece of output as the program writes it.
     *
     * @param chunk the piece
     */
    default void wrote(Output.Chunk chunk) {}

    /**
     * Returns where a program's input comes from if it was given none.
     *
     * @return empty if there is no more than it was given, and so it reads the end at once
     */
    default Optional<Input> input() {
        return Optional.empty();
    }
}
