package io.bellhop.api.command;

/**
 * Stands around every invocation of every plugin, outermost first in the order of plugin ids. A
 * {@link io.bellhop.api.plugin.ChatPlugin} class that implements this is added while it is loaded. Called on the thread
 * that runs the command, or that ends a result which comes later, so it is quick; what it throws, other than on purpose
 * in {@link #before}, counts against its own plugin.
 */
public interface Middleware {
    /**
     * Called when arguments are parsed and access is granted, before the command runs.
     *
     * @param invocation what is about to run
     * @throws Exception to refuse it: a {@link io.bellhop.api.error.BellhopException} tells the user why; anything else
     *     refuses it as a fault of this plugin
     */
    default void before(Invocation invocation) throws Exception {}

    /**
     * Called when the command has ended well and its reply was handed to the connector.
     *
     * @param invocation what ran
     */
    default void after(Invocation invocation) {}

    /**
     * Called when the command was refused by a middleware, failed, was cancelled or ran out of time.
     *
     * @param invocation what ran
     * @param failure why it ended
     */
    default void failed(Invocation invocation, Throwable failure) {}
}
