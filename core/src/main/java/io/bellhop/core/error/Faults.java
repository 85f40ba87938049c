package io.bellhop.core.error;

/**
 * Takes note of plugins' failures, so that one that keeps failing can be quarantined; but for trouble with the disk,
 * which is only logged. Safe for use from any thread.
 */
@FunctionalInterface
public interface Faults {
    /**
     * Notes a failure. Returns at once.
     *
     * @param plugin the id of the plugin whose code failed
     * @param where what it was doing, in a few words, such as {@code command roll (ref 7k3f9mzt)}
     * @param failure what it threw
     */
    void report(String plugin, String where, Throwable failure);
}
