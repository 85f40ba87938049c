package io.bellhop.plugins.irc;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names messages, which IRC does not: by a number that grows with time, so that it is new after a restart too, and by
 * whom they are from, so that an answer can call them by name. Safe for use from any thread.
 */
final class MessageIds {
    private static final int PER_MILLI = 1 << 12;

    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    MessageIds(InstantSource clock) {
        this.clock = clock;
    }

    MessageId next(ChannelId channel, String nick) {
        long least = clock.millis() * PER_MILLI;
        long number = last.updateAndGet(before -> Math.max(before + 1, least));
        return new MessageId(channel, number + "-" + nick);
    }

    /** Returns the nick that wrote a message. */
    static String nick(MessageId message) {
        return message.id().substring(message.id().indexOf('-') + 1);
    }
}
