package io.bellhop.core.event.pool;

/**
 * How large each plugin's pool is.
 *
 * @param threads how many threads it has at most
 * @param queue how many tasks may wait beside those that run
 */
public record PoolOptions(int threads, int queue) {
    /** What holds when the configuration says nothing. */
    public static final PoolOptions DEFAULT = new PoolOptions(16, 1000);

    /** Checks the sizes. */
    public PoolOptions {
        if (threads < 1 || queue < 1) {
            throw new IllegalArgumentException("a pool has at least one thread and one place to wait");
        }
    }
}
