package io.bellhop.core.discord;

import io.bellhop.api.event.Broker;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.Order;
import io.bellhop.api.plugin.Registration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Keeps what is published, for a test to take and to answer: nothing is over by itself. */
final class HeldBroker implements Broker {
    private final RecordingBroker recorded = new RecordingBroker();

    @Override
    public CompletionStage<Void> publish(Event event) {
        recorded.publish(event);
        return new CompletableFuture<>();
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Order order, Consumer<? super E> subscriber) {
        return recorded.subscribe(type, order, subscriber);
    }

    <E extends Event> E next(Class<E> type) throws InterruptedException {
        return recorded.next(type);
    }
}
