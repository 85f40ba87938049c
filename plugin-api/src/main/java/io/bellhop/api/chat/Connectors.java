package io.bellhop.api.chat;

import java.util.List;
import java.util.Optional;

/** The connectors that are running. Injected; safe for use from any thread. */
public interface Connectors {
    /**
     * Returns the connectors that are running now.
     *
     * @return the connectors, by id
     */
    List<Connector> all();

    /**
     * Finds a connector.
     *
     * @param id what names it, such as {@code discord}
     * @return the connector, or empty if none of that name is running
     */
    Optional<Connector> find(String id);
}
