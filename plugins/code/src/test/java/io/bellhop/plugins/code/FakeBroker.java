package io.bellhop.plugins.code;

import io.bellhop.api.event.Broker;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.Order;
import io.bellhop.api.plugin.Registration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hands events to subscribers at once, on the publisher's thread. */
public final class FakeBroker implements Broker {
    private final List<Consumer<Event>> subscribers = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<Void> publish(Event event) {
        subscribers.forEach(subscriber -> subscriber.accept(event));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Order order, Consumer<? super E> subscriber) {
        Consumer<Event> added = event -> {
            if (type.isInstance(event)) {
                subscriber.accept(type.cast(event));
            }
        };
        subscribers.add(added);
        return () -> subscribers.remove(added);
    }

    /** Returns how many there are. */
    public int subscribers() {
        return subscribers.size();
    }
}
