package io.bellhop.core.command.reply;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The message that a picked choice, or a line that was fired, stands for.
 *
 * @param id what is answered
 * @param channel where
 * @param author as whom it was fired
 * @param text the command line without a prefix
 * @param time when
 * @param isPicked whether a choice was picked under what is answered
 */
public record FiredMessage(MessageId id, Channel channel, User author, String text, Instant time, boolean isPicked)
        implements Message {
    @Override
    public List<Attachment> attachments() {
        return List.of();
    }

    @Override
    public Optional<MessageId> repliesTo() {
        return Optional.empty();
    }
}
