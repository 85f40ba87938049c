package io.bellhop.core.app;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.command.Commands;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.event.Broker;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.choice.NumberedChoices;
import io.bellhop.core.choice.Offers;
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
    private final Offers offers;
    private final Commands commands;
    /** What plugins brought, and what surrounds it. */
    private final Map<Connector, Connector> brought = new ConcurrentHashMap<>();

    @Inject
    RunningConnectors(ConnectorRegister register, Recovery recovery, Offers offers, Commands commands) {
        this.register = register;
        this.recovery = recovery;
        this.offers = offers;
        this.commands = commands;
    }

    @Override
    public void add(Connector connector, Broker broker) throws Exception {
        boolean picks = connector.capabilities().contains(Capability.CHOICES);
        var shown = picks ? connector : new NumberedChoices(connector, offers, commands::prefix);
        brought.put(connector, shown);
        boolean connected = false;
        try {
            connect(shown, broker);
            connected = true;
        } finally {
            if (!connected) {
                brought.remove(connector);
            }
        }
    }

    @Override
    public void remove(Connector connector) {
        var shown = brought.remove(connector);
        disconnect(shown == null ? connector : shown);
    }

    /** Starts a connector that does all by itself. */
    void connect(Connector connector, Broker broker) throws Exception {
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
                disconnect(connector);
            }
        }
        recovery.connected(connector.id());
    }

    /** Returns what those said that did not start, by their ids. */
    SortedMap<String, String> refused() {
        return new TreeMap<>(refused);
    }

    private void disconnect(Connector connector) {
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
                disconnect(connector);
            } catch (RuntimeException e) {
                log.error("the connector {} did not stop as it should", connector.id(), e);
            }
        }
    }
}
