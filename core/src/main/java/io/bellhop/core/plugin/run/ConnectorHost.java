package io.bellhop.core.plugin.run;

import io.bellhop.api.chat.Connector;

/** Runs the connectors that plugins bring. Safe for use from any thread. */
public interface ConnectorHost {
    /**
     * Starts a connector. Blocks until it runs.
     *
     * @param connector what a plugin brought
     * @throws Exception if it can't start; it is then stopped
     */
    void add(Connector connector) throws Exception;

    /**
     * Stops a connector, if it was added. Blocks until it has stopped.
     *
     * @param connector what a plugin brought
     */
    void remove(Connector connector);
}
