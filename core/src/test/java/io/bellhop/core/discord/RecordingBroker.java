package io.bellhop.core.discord;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.Order;
import io.bellhop.api.plugin.Registration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps what is published, for a test to take. */
final class RecordingBroker implements Broker {
    private final Set<UserId> unheard = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<Void> publish(Event event) {
        events.add(event);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public boolean hears(User user, Channel channel) {
        return !unheard.contains(user.id());
    }

    void ignore(UserId user) {
        unheard.add(user);
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Order order, Consumer<? super E> subscriber) {
        throw new UnsupportedOperationException();
    }

    /** Waits for the next event, which must be of a kind. */
    <E extends Event> E next(Class<E> type) throws InterruptedException {
        var event = events.poll(60, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event within 60 s");
        }
        return type.cast(event);
    }

    boolean isQuiet() {
        return events.isEmpty();
    }
}
