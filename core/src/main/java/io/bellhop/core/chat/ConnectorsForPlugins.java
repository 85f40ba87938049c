package io.bellhop.core.chat;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What plugins see of the connectors: the same, but nothing that a plugin does runs on a connector's thread. */
public final class ConnectorsForPlugins implements Connectors {
    private final Connectors connectors;

    /**
     * Shows connectors to plugins.
     *
     * @param connectors those that are running
     */
    public ConnectorsForPlugins(Connectors connectors) {
        this.connectors = connectors;
    }

    @Override
    public List<Connector> all() {
        return connectors.all().stream().map(ConnectorsForPlugins::shown).toList();
    }

    @Override
    public Optional<Connector> find(String id) {
        return connectors.find(id).map(ConnectorsForPlugins::shown);
    }

    /** A proxy, for the same is to be done for all of its methods, also for those that are yet to come. */
    private static Connector shown(Connector connector) {
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(),
                new Class<?>[] {Connector.class},
                (_, method, arguments) -> handedOver(call(connector, method, arguments)));
    }

    private static @Nullable Object handedOver(@Nullable Object result) {
        return result instanceof CompletionStage<?> stage ? HandOver.of(stage) : result;
    }

    private static @Nullable Object call(Connector connector, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connector, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
