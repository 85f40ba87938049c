package io.bellhop.api.event;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.plugin.Registration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Takes events and hands them to subscribers, each on its own plugin's pool. Injected; safe for use from any thread.
 */
public interface Broker {
    /**
     * Publishes an event and returns at once: no subscriber runs on the caller's thread.
     *
     * @param event what happened
     * @return completes, never exceptionally, when every subscriber has handled the event or failed to, and a command
     *     that it fired has been answered
     */
    CompletionStage<Void> publish(Event event);

    /**
     * Tells whether what someone does is heard at all. A connector asks before it acknowledges anything, because a user
     * who is ignored gets no sign of life; what is published of them all the same reaches nobody.
     *
     * @param user who
     * @param channel where
     * @return false if they are ignored there
     */
    default boolean hears(User user, Channel channel) {
        return true;
    }

    /**
     * Subscribes until cancelled, or until the plugin is unloaded. {@link Subscribe} does this without a call.
     *
     * @param <E> the kind of event
     * @param type the kind of event, with all its subtypes
     * @param order the order that the subscriber needs
     * @param subscriber called on the plugin's pool
     * @return ends the subscription
     */
    <E extends Event> Registration subscribe(Class<E> type, Order order, Consumer<? super E> subscriber);
}
