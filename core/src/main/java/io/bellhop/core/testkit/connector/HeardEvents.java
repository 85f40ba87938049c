package io.bellhop.core.testkit.connector;

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
import org.jspecify.annotations.Nullable;

/** The broker that a connector under test publishes to: keeps events for the test. Safe for use from any thread. */
public final class HeardEvents implements Broker {
    private final Set<UserId> ignored = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);

    HeardEvents() {}

    @Override
    public CompletionStage<Void> publish(Event event) {
        events.add(event);
        return answers;
    }

    @Override
    public boolean hears(User user, Channel channel) {
        return !ignored.contains(user.id());
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Order order, Consumer<? super E> subscriber) {
        throw new UnsupportedOperationException("a connector does not subscribe");
    }

    /**
     * Waits for the next event.
     *
     * @param <E> the kind
     * @param type which kind it must be of
     * @return the event
     * @throws AssertionError if none comes within 60 seconds, or one of another kind
     */
    public <E extends Event> E next(Class<E> type) {
        var event = poll(Screen.PATIENCE.toMillis());
        if (!type.isInstance(event)) {
            throw new AssertionError("A " + type.getSimpleName() + " should have been published, but it was " + event);
        }
        return type.cast(event);
    }

    /** Waits for an event for some time. */
    @Nullable
    Event poll(long millis) {
        try {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted.", e);
        }
    }

    /** Answers nothing that is published from now on until what it returns is completed. */
    CompletableFuture<Void> answersLater() {
        answers = new CompletableFuture<>();
        return answers;
    }

    void ignore(UserId user) {
        ignored.add(user);
    }

    void clear() {
        events.clear();
    }
}
