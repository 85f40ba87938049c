package io.bellhop.api.event;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.User;

/**
 * Someone called a command by the platform's own means, such as a slash command, a form or a context menu. The
 * connector has told the platform already that it was heard.
 *
 * @param message the call as a message: its text is the command line without a prefix, and its id is what replies are
 *     sent to, though no message of that id stands in the channel
 */
public record CommandCalled(Message message) implements ChatEvent {
    @Override
    public Channel channel() {
        return message.channel();
    }

    @Override
    public User user() {
        return message.author();
    }
}
