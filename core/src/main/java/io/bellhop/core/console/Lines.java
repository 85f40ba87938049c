package io.bellhop.core.console;

import org.jspecify.annotations.Nullable;

/** What is typed or piped in, line by line. Used by one thread. */
interface Lines {
    /** The most characters that a message may have; a line is cut one character above it. */
    int LONGEST = 1024 * 1024;

    /**
     * Takes the next line, waiting for it.
     *
     * @return the line without its end, or null when there are no more
     */
    @Nullable
    String take() throws InterruptedException;

    /**
     * Looks at the next line without taking it.
     *
     * @param patiently true to wait a moment for a line that is still on its way
     * @return the line, or null if there is none yet
     */
    @Nullable
    String peek(boolean patiently) throws InterruptedException;

    /** Lets no more lines come. Called by another thread, which then interrupts a wait. */
    void stop();
}
