package io.bellhop.core.console;

import io.bellhop.api.chat.Content;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.api.event.Order;
import io.bellhop.api.plugin.Registration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** A broker that records what is published and answers as the test says. */
final class ScriptedBroker implements Broker {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Event> unseen = new LinkedBlockingQueue<>();
    private volatile Function<Event, CompletionStage<Void>> answer = _ -> CompletableFuture.completedStage(null);

    void answers(Function<Event, CompletionStage<Void>> how) {
        answer = how;
    }

    /** Replies to each message at once. */
    void replies(ConsoleConnector console, Function<MessageReceived, Content> how) {
        answers(event -> {
            if (event instanceof MessageReceived received) {
                console.reply(received.message().id(), how.apply(received));
            }
            return CompletableFuture.completedStage(null);
        });
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> texts() {
        return events.stream()
                .filter(MessageReceived.class::isInstance)
                .map(event -> ((MessageReceived) event).message().text())
                .toList();
    }

    /** Waits for the next event. */
    Event next() throws InterruptedException {
        var event = unseen.poll(60, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing was published");
        }
        return event;
    }

    boolean isQuiet() {
        return unseen.isEmpty();
    }

    @Override
    public CompletionStage<Void> publish(Event event) {
        events.add(event);
        unseen.add(event);
        return answer.apply(event);
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Order order, Consumer<? super E> subscriber) {
        throw new UnsupportedOperationException("a connector does not subscribe");
    }
}
