package io.bellhop.plugins.code.engine;

/** Hears how a job goes, while it goes. Called on any thread; quick. */
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
}
