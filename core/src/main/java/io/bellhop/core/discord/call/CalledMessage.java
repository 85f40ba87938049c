package io.bellhop.core.discord.call;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The message that a call stands for. */
record CalledMessage(
        MessageId id, Channel channel, User author, String text, List<Attachment> attachments, Instant time)
        implements Message {
    @Override
    public Optional<MessageId> repliesTo() {
        return Optional.empty();
    }
}
