package io.bellhop.plugins.irc;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names messages, which IRC does not: by a number, and by whom they are from, so that an answer can call them by name.
 * Numbers are counted from the time of the start, which runs ahead of them: so they are new after a restart too. Safe
 * for use from any thread.
 */
final class MessageIds {
    /** More than can be heard and said in a millisecond. */
    private static final int PER_MILLI = 1 << 12;

    private final AtomicLong next;

    MessageIds(InstantSource clock) {
        this.next = new AtomicLong(clock.millis() * PER_MILLI);
    }

    MessageId next(ChannelId channel, String nick) {
        return new MessageId(channel, next.getAndIncrement() + "-" + nick);
    }

    /** Returns the nick that wrote a message. */
    static String nick(MessageId message) {
        return message.id().substring(message.id().indexOf('-') + 1);
    }
}
