package io.bellhop.core.command.guard;

import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Middleware;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.error.ErrorReply;
import io.bellhop.core.error.Faults;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What plugins have put around every invocation. A failure of one is its own plugin's, and stops nothing but the
 * asking.
 */
@Singleton
public final class Middlewares {
    private final Faults faults;
    private volatile List<Layer> layers = List.of();

    @Inject
    Middlewares(Faults faults) {
        this.faults = faults;
    }

    /** A middleware and whose it is. */
    private record Layer(String plugin, Middleware middleware) {}

    /**
     * Puts a middleware around every invocation.
     *
     * @param plugin the id of the plugin that it belongs to
     * @param middleware what is called
     * @return takes it away
     */
    public synchronized Registration add(String plugin, Middleware middleware) {
        var layer = new Layer(plugin, middleware);
        layers = Stream.concat(layers.stream(), Stream.of(layer))
                .sorted(Comparator.comparing(Layer::plugin))
                .toList();
        return () -> remove(layer);
    }

    private synchronized void remove(Layer layer) {
        layers = layers.stream().filter(other -> !other.equals(layer)).toList();
    }

    /**
     * Asks all whether a command may run.
     *
     * @param invocation what is about to run
     * @throws MiddlewareRefusal if one refuses or fails
     */
    public void before(Invocation invocation) {
        for (var layer : layers) {
            try {
                layer.middleware.before(invocation);
            } catch (BellhopException refusal) {
                throw new MiddlewareRefusal(refusal);
            } catch (Throwable failure) {
                faults.report(layer.plugin, "middleware before ref " + invocation.ref(), failure);
                throw new MiddlewareRefusal(ErrorReply.visible(failure, layer.plugin));
            }
        }
    }

    /**
     * Tells all, the last first, that a command has run.
     *
     * @param invocation what ran
     */
    public void after(Invocation invocation) {
        tell(invocation, middleware -> middleware.after(invocation));
    }

    /**
     * Tells all, the last first, that a command has failed or was cut.
     *
     * @param invocation what ran
     * @param failure why
     */
    public void failed(Invocation invocation, Throwable failure) {
        tell(invocation, middleware -> middleware.failed(invocation, failure));
    }

    private void tell(Invocation invocation, Consumer<Middleware> call) {
        for (var layer : layers.reversed()) {
            try {
                call.accept(layer.middleware);
            } catch (Throwable failure) {
                faults.report(layer.plugin, "middleware after ref " + invocation.ref(), failure);
            }
        }
    }
}
