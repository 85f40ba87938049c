package io.bellhop.api.event;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;

/** Something that happened on a chat platform. More kinds will come: a plugin's switch keeps a {@code default}. */
public sealed interface ChatEvent extends Event
        permits MessageReceived, MessageEdited, MessageDeleted, ChoicePicked, CommandCalled {
    /**
     * Returns where it happened.
     *
     * @return the channel
     */
    Channel channel();

    /**
     * Returns who did it.
     *
     * @return the user
     */
    User user();
}
