package io.bellhop.plugins.code.engine.sandbox.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Measures what the steps of a sandbox use, one after the other. */
public interface Meter {
    /** Takes what is there now for the sandbox's own, which is no step's. What is already known of it stays. */
    default void settle() {}

    /**
     * Begins to measure a step.
     *
     * @param memory the most bytes that it may have
     * @throws IOException if what earlier steps left takes as much already
     */
    void begin(long memory) throws IOException;

    /**
     * Returns the processor's time of the step so far, of all its processes.
     *
     * @return the time
     */
    Duration cpu();

    /**
     * Tells whether the step has met its limit of memory.
     *
     * @return whether it has
     */
    boolean isOverMemory();

    /**
     * Returns which process was killed for its memory.
     *
     * @return its name, if that is known
     */
    Optional<String> killed();

    /**
     * Returns the most memory that the step had.
     *
     * @param largest what its largest process had, with the files that it had open in memory, but without what it
     *     shares with the one that it was forked of before the step
     * @return bytes, as far as it was seen
     */
    long peakMemory(long largest);

    /**
     * Returns how long memory can be left unlooked at.
     *
     * @return the time from one look to the next
     */
    Duration interval();
}
