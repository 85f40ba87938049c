package io.bellhop.core.command;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message as it stands after an edit. */
record EditedMessage(Message before, String text) implements Message {
    @Override
    public MessageId id() {
        return before.id();
    }

    @Override
    public Channel channel() {
        return before.channel();
    }

    @Override
    public User author() {
        return before.author();
    }

    @Override
    public List<Attachment> attachments() {
        return before.attachments();
    }

    @Override
    public Optional<MessageId> repliesTo() {
        return before.repliesTo();
    }

    @Override
    public Instant time() {
        return before.time();
    }
}
