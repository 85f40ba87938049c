package io.bellhop.plugins.code.queue;

/**
 * How much runs and waits at a time.
 *
 * @param running how many tasks run
 * @param each how many of them may be one user's
 * @param waiting how many more may wait
 */
public record Bounds(int running, int each, int waiting) {
    /** One user's tasks take at most this part of the queue, so that they do not drive all others out. */
    private static final int PARTS = 4;

    int waitingOfEach() {
        return Math.max(1, waiting / PARTS);
    }
}
