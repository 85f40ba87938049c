package io.bellhop.core.plugin.run;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handles on one plugin's services that other plugins hold. Safe for use from any thread. */
final class ServiceHandles {
    private final String plugin;
    private final List<Handle> handles = new ArrayList<>();

    ServiceHandles(String plugin) {
        this.plugin = plugin;
    }

    /** Makes a handle, which works until it is revoked. */
    synchronized <T> T handle(Class<T> service, Object target) {
        var handle = new Handle(service, target);
        handles.add(handle);
        return service.cast(Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, handle));
    }

    /** Ends all handles, and lets go of what stands behind them. */
    synchronized void revoke() {
        handles.forEach(handle -> handle.target = null);
        handles.clear();
    }

    /** One handle. */
    private final class Handle implements InvocationHandler {
        private final String service;
        private volatile @Nullable Object target;

        Handle(Class<?> service, Object target) {
            this.service = service.getSimpleName();
            this.target = target;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(proxy, method, arguments);
            }
            var found = target;
            if (found == null) {
                throw gone();
            }
            try {
                return method.invoke(found, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        @SuppressWarnings("ReferenceEquality") // a handle equals itself alone
        private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> service + " of plugin " + plugin;
            };
        }

        private BellhopException gone() {
            return new BellhopException(
                    ErrorKind.PLUGIN,
                    "plugin.service-gone",
                    "The plugin %s, which offers %s, is unloaded. Try again when it is back."
                            .formatted(plugin, service),
                    null);
        }
    }
}
