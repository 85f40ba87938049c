package io.bellhop.core.app;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.event.Broker;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.plugin.run.ConnectorHost;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Starts and stops connectors, the core's own and those of plugins. */
@Singleton
final class RunningConnectors implements ConnectorHost {
    private final ConnectorRegister register;

    @Inject
    RunningConnectors(ConnectorRegister register) {
        this.register = register;
    }

    @Override
    public void add(Connector connector, Broker broker) throws Exception {
        register.add(connector);
        boolean started = false;
        try {
            connector.start(broker);
            started = true;
        } finally {
            if (!started) {
                remove(connector);
            }
        }
    }

    @Override
    public void remove(Connector connector) {
        try {
            connector.stop();
        } finally {
            register.remove(connector);
        }
    }

    /** Stops them all. */
    void removeAll() {
        register.all().forEach(this::remove);
    }
}
