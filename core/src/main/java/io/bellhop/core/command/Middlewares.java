package io.bellhop.core.command;

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
final class Middlewares {
    private final Faults faults;
    private volatile List<Layer> layers = List.of();

    @Inject
    Middlewares(Faults faults) {
        this.faults = faults;
    }

    /** A middleware and whose it is. */
    private record Layer(String plugin, Middleware middleware) {}

    synchronized Registration add(String plugin, Middleware middleware) {
        var layer = new Layer(plugin, middleware);
        layers = Stream.concat(layers.stream(), Stream.of(layer))
                .sorted(Comparator.comparing(Layer::plugin))
                .toList();
        return () -> remove(layer);
    }

    private synchronized void remove(Layer layer) {
        layers = layers.stream().filter(other -> !other.equals(layer)).toList();
    }

    void before(ActiveInvocation invocation) {
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

    void after(ActiveInvocation invocation) {
        tell(invocation, middleware -> middleware.after(invocation));
    }

    void failed(ActiveInvocation invocation, Throwable failure) {
        tell(invocation, middleware -> middleware.failed(invocation, failure));
    }

    private void tell(ActiveInvocation invocation, Consumer<Middleware> call) {
        for (var layer : layers.reversed()) {
            try {
                call.accept(layer.middleware);
            } catch (Throwable failure) {
                faults.report(layer.plugin, "middleware after ref " + invocation.ref(), failure);
            }
        }
    }
}
