package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.MessageReference;
import org.jspecify.annotations.Nullable;

/** A message as it was when seen. */
public record DiscordMessage(
        MessageId id,
        Channel channel,
        User author,
        String text,
        List<Attachment> attachments,
        Optional<MessageId> repliesTo,
        Instant time)
        implements Message {
    public static DiscordMessage of(net.dv8tion.jda.api.entities.Message message) {
        return of(message, message.getMember());
    }

    /** Reads a message of which Discord does not say itself what its author is there. */
    public static DiscordMessage of(net.dv8tion.jda.api.entities.Message message, @Nullable Member author) {
        return new DiscordMessage(
                idOf(message),
                DiscordChannel.of(message.getChannel()),
                DiscordUser.of(message.getAuthor(), author),
                message.getContentRaw(),
                message.getAttachments().stream()
                        .<Attachment>map(DiscordAttachment::new)
                        .toList(),
                Optional.ofNullable(message.getMessageReference()).map(DiscordMessage::idOf),
                message.getTimeCreated().toInstant());
    }

    public static MessageId idOf(net.dv8tion.jda.api.entities.Message message) {
        return Ids.message(message.getChannelId(), message.getId());
    }

    private static MessageId idOf(MessageReference reference) {
        return Ids.message(reference.getChannelId(), reference.getMessageId());
    }
}
