package io.bellhop.api.event;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.User;

/**
 * Someone changed a message of theirs.
 *
 * @param message the message as it stands now
 */
public record MessageEdited(Message message) implements ChatEvent {
    @Override
    public Channel channel() {
        return message.channel();
    }

    @Override
    public User user() {
        return message.author();
    }
}
