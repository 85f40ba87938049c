package io.bellhop.api.plugin;

/** Implemented by a {@link ChatPlugin} class that has something to do when it is loaded or unloaded. */
public interface Lifecycle {
    /**
     * Called once all classes of the plugin are made, before its commands run. Under a deadline of 30 seconds.
     *
     * @throws Exception if the plugin can't start; it is then unloaded, and its owner is told why
     */
    default void start() throws Exception {}

    /**
     * Called when the plugin's commands have ended, before its pool closes. Under a deadline of 400 milliseconds, so
     * that whoever unloads the plugin has an answer within a second. Subscriptions, timers and the pool need no care
     * here: they end by themselves.
     *
     * @throws Exception if something could not be let go; it is logged, and the plugin is unloaded all the same
     */
    default void stop() throws Exception {}
}
