package io.bellhop.plugins.code;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import java.util.List;
import java.util.Optional;

/** A bot that is nowhere. */
public final class NoConnectors implements Connectors {
    @Override
    public List<Connector> all() {
        return List.of();
    }

    @Override
    public Optional<Connector> find(String id) {
        return Optional.empty();
    }
}
