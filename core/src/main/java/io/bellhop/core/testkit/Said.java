package io.bellhop.core.testkit;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What people wrote of late, the newest first. Safe for use from any thread. */
final class Said {
    private static final int MOST = 100;

    private final FakeOutbox outbox;
    private final Deque<Message> messages = new ConcurrentLinkedDeque<>();

    private record FakeMessage(
            MessageId id,
            Channel channel,
            User author,
            String text,
            List<Attachment> attachments,
            Optional<MessageId> repliesTo,
            Instant time)
            implements Message {}

    Said(FakeOutbox outbox) {
        this.outbox = outbox;
    }

    Message write(
            User author,
            Channel channel,
            String text,
            List<Attachment> attachments,
            Optional<MessageId> repliesTo,
            Instant time) {
        var id = outbox.next(channel.id());
        var message = new FakeMessage(id, channel, author, text, attachments, repliesTo, time);
        messages.addFirst(message);
        if (messages.size() > MOST) {
            messages.pollLast();
        }
        return message;
    }

    List<Message> latest(ChannelId channel, int limit) {
        return messages.stream()
                .filter(message -> message.channel().id().equals(channel))
                .limit(limit)
                .toList();
    }

    /** Returns the last message that somebody wrote in a channel. */
    MessageId last(ChannelId channel, String author) {
        return latest(channel, MOST).stream()
                .filter(message -> message.author().id().id().equals(author))
                .findFirst()
                .orElseThrow(() -> new AssertionError(author + " has said nothing in " + channel.id() + " of late."))
                .id();
    }
}
