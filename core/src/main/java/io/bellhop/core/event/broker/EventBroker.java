package io.bellhop.core.event.broker;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.ChatEvent;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.Order;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.MessageGone;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.telemetry.meter.Meters;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Takes events and hands them on: chat events to the admission of commands, on the publishing thread, and every event
 * to its subscribers, on their plugins' pools.
 */
@Singleton
public final class EventBroker {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    private final Admission admission;
    private final Faults faults;
    private final Meters meters;
    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();

    @Inject
    public EventBroker(Admission admission, Faults faults, Meters meters) {
        this.admission = admission;
        this.faults = faults;
        this.meters = meters;
    }

    /**
     * Publishes an event and returns at once.
     *
     * @param event what happened
     * @return completes, never exceptionally, when all have handled it
     */
    public CompletionStage<Void> publish(Event event) {
        meters.published();
        if (event instanceof MessageGone gone) {
            admission.withdraw(gone.message());
            return DONE;
        }
        var admitted = event instanceof ChatEvent chat ? admission.admit(chat) : DONE;
        if (subscriptions.isEmpty() || isUnheard(event)) {
            return admitted;
        }
        var handled = new ArrayList<CompletableFuture<Void>>();
        handled.add(admitted.toCompletableFuture());
        for (var subscription : subscriptions) {
            if (subscription.wants(event)) {
                handled.add(subscription.deliver(event));
            }
        }
        return CompletableFuture.allOf(handled.toArray(CompletableFuture[]::new));
    }

    /**
     * Tells whether what someone does reaches anybody.
     *
     * @param user who
     * @param channel where
     * @return false if they are ignored there
     */
    public boolean hears(User user, Channel channel) {
        return admission.hears(user, channel);
    }

    private boolean isUnheard(Event event) {
        return event instanceof ChatEvent chat && !hears(chat.user(), chat.channel());
    }

    /**
     * Subscribes until cancelled.
     *
     * @param <E> the kind of event
     * @param pool runs the subscriber, under its owner's name
     * @param type the kind of event
     * @param order the order that the subscriber needs
     * @param subscriber what is called
     * @return ends the subscription
     */
    public <E extends Event> Registration subscribe(
            PluginPool pool, Class<E> type, Order order, Consumer<? super E> subscriber) {
        var subscription = new Subscription<E>(pool, type, order, subscriber, faults);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    /**
     * Returns the broker as a plugin sees it: its subscriptions run on its pool and end with it.
     *
     * @param pool the plugin's pool
     * @param registrations collects what is to be cancelled when the plugin is unloaded
     * @return the plugin's view
     */
    public Broker forPlugin(PluginPool pool, Consumer<Registration> registrations) {
        return new Broker() {
            @Override
            public CompletionStage<Void> publish(Event event) {
                return EventBroker.this.publish(event);
            }

            @Override
            public boolean hears(User user, Channel channel) {
                return EventBroker.this.hears(user, channel);
            }

            @Override
            public <E extends Event> Registration subscribe(
                    Class<E> type, Order order, Consumer<? super E> subscriber) {
                var registration = EventBroker.this.subscribe(pool, type, order, subscriber);
                registrations.accept(registration);
                return registration;
            }
        };
    }
}
