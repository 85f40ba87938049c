package io.bellhop.core.chat;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connectors that are running. */
@Singleton
public final class ConnectorRegister implements Connectors {
    private final ConcurrentHashMap<String, Connector> connectors = new ConcurrentHashMap<>();

    @Inject
    public ConnectorRegister() {}

    /**
     * Adds a connector, which is about to be started.
     *
     * @param connector the connector
     * @throws IllegalStateException if another of the same id is running
     */
    public void add(Connector connector) {
        if (connectors.putIfAbsent(connector.id(), connector) != null) {
            throw new IllegalStateException("a connector " + connector.id() + " is running already");
        }
    }

    /**
     * Removes a connector.
     *
     * @param connector the connector, which may never have been added
     */
    public void remove(Connector connector) {
        connectors.remove(connector.id(), connector);
    }

    @Override
    public List<Connector> all() {
        return connectors.values().stream()
                .sorted(Comparator.comparing(Connector::id))
                .toList();
    }

    @Override
    public Optional<Connector> find(String id) {
        return Optional.ofNullable(connectors.get(id));
    }
}
