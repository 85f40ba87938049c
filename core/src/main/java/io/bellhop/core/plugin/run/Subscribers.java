package io.bellhop.core.plugin.run;

import io.bellhop.api.event.Broker;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.Subscribe;
import io.bellhop.core.plugin.inspect.PluginRefused;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;

/** Subscribes an object's methods that bear {@code @Subscribe}. */
final class Subscribers {
    private final Broker broker;

    Subscribers(Broker broker) {
        this.broker = broker;
    }

    void subscribe(Object instance) throws IllegalAccessException {
        for (var method : instance.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(Subscribe.class)) {
                subscribe(instance, method, eventOf(method));
            }
        }
    }

    private <E extends Event> void subscribe(Object instance, Method method, Class<E> type)
            throws IllegalAccessException {
        method.setAccessible(true);
        var handle = MethodHandles.lookup().unreflect(method).bindTo(instance);
        var order = method.getAnnotation(Subscribe.class).order();
        broker.subscribe(type, order, event -> call(handle, event));
    }

    private static Class<? extends Event> eventOf(Method method) {
        var parameter = method.getParameterTypes()[0];
        if (!Event.class.isAssignableFrom(parameter)) {
            throw new PluginRefused("Its method %s.%s bears @Subscribe, but %s is no event."
                    .formatted(method.getDeclaringClass().getName(), method.getName(), parameter.getSimpleName()));
        }
        return parameter.asSubclass(Event.class);
    }

    private static void call(MethodHandle handle, Event event) {
        try {
            handle.invoke(event);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new UndeclaredThrowableException(failure);
        }
    }
}
