package io.bellhop.core.event.broker;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import io.bellhop.api.event.ChatEvent;
import java.util.concurrent.CompletionStage;

/** The core's own look at chat events, on the publishing thread: finds and admits commands, runs no plugin code. */
@FunctionalInterface
public interface Admission {
    /**
     * Looks at an event and returns at once.
     *
     * @param event what happened
     * @return completes, never exceptionally, when a command that the event fired has been answered
     */
    CompletionStage<Void> admit(ChatEvent event);

    /**
     * Ends what a message asked for, as far as it has not run.
     *
     * @param message one that is gone
     */
    default void withdraw(MessageId message) {}

    /**
     * Tells whether what someone does reaches anybody.
     *
     * @param user who
     * @param channel where
     * @return false if they are ignored there
     */
    default boolean hears(User user, Channel channel) {
        return true;
    }
}
