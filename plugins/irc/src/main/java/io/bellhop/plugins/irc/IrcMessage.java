package io.bellhop.plugins.irc;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line that someone wrote. */
record IrcMessage(MessageId id, Channel channel, User author, String text, Instant time) implements Message {
    @Override
    public List<Attachment> attachments() {
        return List.of();
    }

    @Override
    public Optional<MessageId> repliesTo() {
        return Optional.empty();
    }
}
