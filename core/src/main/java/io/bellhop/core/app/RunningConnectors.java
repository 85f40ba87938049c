package io.bellhop.core.app;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.event.Broker;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.journal.Recovery;
import io.bellhop.core.plugin.run.ConnectorHost;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops connectors, the core's own and those of plugins. */
@Singleton
final class RunningConnectors implements ConnectorHost {
    private static final Logger log = LoggerFactory.getLogger(RunningConnectors.class);

    private final ConnectorRegister register;
    private final Recovery recovery;
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    @Inject
    RunningConnectors(ConnectorRegister register, Recovery recovery) {
        this.register = register;
        this.recovery = recovery;
    }

    @Override
    public void add(Connector connector, Broker broker) throws Exception {
        register.add(connector);
        boolean started = false;
        try {
            connector.start(broker);
            started = true;
            refused.remove(connector.id());
        } catch (BellhopException e) {
            refused.put(connector.id(), e.getMessage());
            throw e;
        } finally {
            if (!started) {
                remove(connector);
            }
        }
        recovery.connected(connector.id());
    }

    /** Returns what those said that did not start, by their ids. */
    SortedMap<String, String> refused() {
        return new TreeMap<>(refused);
    }

    @Override
    public void remove(Connector connector) {
        try {
            connector.stop();
        } finally {
            register.remove(connector);
        }
    }

    /** Stops them all; one that fails to stop keeps no other from it. */
    void removeAll() {
        for (var connector : register.all()) {
            try {
                remove(connector);
            } catch (RuntimeException e) {
                log.error("the connector {} did not stop as it should", connector.id(), e);
            }
        }
    }
}
