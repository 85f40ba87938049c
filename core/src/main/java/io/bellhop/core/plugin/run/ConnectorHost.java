package io.bellhop.core.plugin.run;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.event.Broker;

/** Runs the connectors that plugins bring. Safe for use from any thread. */
public interface ConnectorHost {
    /**
     * Starts a connector. Blocks until it runs.
     *
     * @param connector what a plugin brought
     * @param broker takes what it hears
     * @throws Exception if it can't start; it is then stopped
     */
    void add(Connector connector, Broker broker) throws Exception;

    /**
     * Stops a connector, if it was added. Blocks until it has stopped.
     *
     * @param connector what a plugin brought
     */
    void remove(Connector connector);
}
