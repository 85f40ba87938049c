package io.bellhop.core.console;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest messages of each channel, and the ids of all. Safe for use from any thread. */
final class Transcripts {
    private static final int CHANNELS = 100;

    private final InstantSource clock;
    private final Map<ChannelId, Transcript> channels = new Recent<>(CHANNELS);
    private long lastId;

    Transcripts(InstantSource clock) {
        this.clock = clock;
        // ids begin with the time, so that those of an earlier start don't come back
        this.lastId = clock.millis() << 12;
    }

    synchronized MessageId nextId(ConsoleChannel channel) {
        return new MessageId(channel.id(), Long.toString(++lastId));
    }

    synchronized ConsoleMessage write(
            ConsoleChannel channel,
            ConsoleUser author,
            String text,
            List<Attachment> attachments,
            Optional<MessageId> repliesTo) {
        var message = new ConsoleMessage(
                nextId(channel), channel, author, text, List.copyOf(attachments), repliesTo, clock.instant());
        visit(channel).add(message);
        return message;
    }

    /** Makes a channel known. */
    synchronized Transcript visit(ConsoleChannel channel) {
        return channels.computeIfAbsent(channel.id(), _ -> new Transcript());
    }

    synchronized boolean knows(ConsoleChannel channel) {
        return channels.containsKey(channel.id());
    }

    synchronized List<Message> latest(ChannelId channel, int limit) {
        return transcript(channel).map(transcript -> transcript.latest(limit)).orElse(List.of());
    }

    synchronized Optional<ConsoleMessage> latestBy(UserId author, ChannelId channel) {
        return transcript(channel).flatMap(transcript -> transcript.latestBy(author));
    }

    synchronized void replace(ConsoleMessage message) {
        transcript(message.channel().id()).ifPresent(transcript -> transcript.replace(message));
    }

    synchronized void remove(MessageId message) {
        transcript(message.channel()).ifPresent(transcript -> transcript.remove(message));
    }

    private Optional<Transcript> transcript(ChannelId channel) {
        return Optional.ofNullable(channels.get(channel));
    }
}
