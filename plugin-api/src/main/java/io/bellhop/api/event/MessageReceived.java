package io.bellhop.api.event;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.User;

/**
 * Someone wrote a message.
 *
 * @param message the message
 */
public record MessageReceived(Message message) implements ChatEvent {
    @Override
    public Channel channel() {
        return message.channel();
    }

    @Override
    public User user() {
        return message.author();
    }
}
