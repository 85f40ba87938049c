package io.bellhop.core.bench;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.Broker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A platform that costs nothing: it takes every reply, counts it, and keeps the latest. */
class NullConnector implements Connector {
    private static final CompletionStage<Boolean> NO = CompletableFuture.completedStage(false);

    private final AtomicLong replies = new AtomicLong();
    private volatile Content latest = Content.of("");
    private volatile @Nullable Thread awaited;
    private volatile long awaitedCount;

    private record Person(UserId id, String name, boolean bot) implements User {}

    private record Room(ChannelId id, String name, Optional<Space> space) implements Channel {}

    private record Line(
            MessageId id,
            Channel channel,
            User author,
            String text,
            List<Attachment> attachments,
            Optional<MessageId> repliesTo,
            Instant time)
            implements Message {}

    /** Makes a message of someone who has a channel of their own. */
    Message message(String user, String text) {
        return message(user, "1", text);
    }

    /** Makes a message that has a name. */
    Message message(String user, String id, String text) {
        var channel = new Room(new ChannelId(id(), user), user, Optional.empty());
        return new Line(
                new MessageId(channel.id(), id),
                channel,
                new Person(new UserId(id(), user), user, false),
                text,
                List.of(),
                Optional.empty(),
                Instant.EPOCH);
    }

    long replies() {
        return replies.get();
    }

    /** Returns what the latest reply said. */
    Content latest() {
        return latest;
    }

    /** Waits for so many replies, and takes none of the processor's time meanwhile. */
    void awaitReplies(long count) {
        awaited = Thread.currentThread();
        awaitedCount = count;
        while (replies.get() < count) {
            LockSupport.park(this);
        }
    }

    @Override
    public String id() {
        return "null";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public void start(Broker broker) {}

    @Override
    public void stop() {}

    @Override
    public CompletionStage<Receipt> say(ChannelId channel, Content content) {
        return taken(new MessageId(channel, "1"), content);
    }

    @Override
    public CompletionStage<Receipt> reply(MessageId message, Content content) {
        return taken(message, content);
    }

    @Override
    public CompletionStage<Receipt> whisper(UserId user, MessageId cause, Content content) {
        return taken(cause, content);
    }

    @Override
    public CompletionStage<Receipt> edit(Receipt sent, Content content) {
        return CompletableFuture.completedStage(sent);
    }

    @Override
    public CompletionStage<Boolean> delete(Receipt sent) {
        return NO;
    }

    @Override
    public CompletionStage<Boolean> react(MessageId message, String emoji) {
        return NO;
    }

    @Override
    public void typing(ChannelId channel) {}

    @Override
    public CompletionStage<Optional<User>> user(String reference) {
        return CompletableFuture.completedStage(Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Channel>> channel(String reference) {
        return CompletableFuture.completedStage(Optional.empty());
    }

    @Override
    public CompletionStage<List<Message>> history(ChannelId channel, int limit) {
        return CompletableFuture.completedStage(List.of());
    }

    @Override
    public Optional<String> addressed(String text, ChannelId where) {
        return Optional.empty();
    }

    private CompletionStage<Receipt> taken(MessageId message, Content content) {
        latest = content;
        if (replies.incrementAndGet() >= awaitedCount) {
            LockSupport.unpark(awaited);
        }
        return CompletableFuture.completedStage(Receipt.of(message));
    }
}
