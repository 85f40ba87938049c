package io.bellhop.plugins.irc.session;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Answers what clients ask each other (CTCP), so seldom that it can't be abused to make us flood. Used by one thread.
 */
final class Courtesy {
    /** What such a question begins and ends with. */
    static final char MARK = 0x01;

    private static final long PAUSE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final int LONGEST = 100;

    private final Consumer<String> send;
    private final LongSupplier nanos;
    private long answeredAt;

    Courtesy(Consumer<String> send, LongSupplier nanos) {
        this.send = send;
        this.nanos = nanos;
        this.answeredAt = nanos.getAsLong() - PAUSE_NANOS;
    }

    /** Answers VERSION and PING; the rest, and what someone only acts, is passed over. */
    void answer(String nick, String text) {
        var question = text.replace(String.valueOf(MARK), "").strip();
        long now = nanos.getAsLong();
        boolean known = question.equals("VERSION") || question.startsWith("PING ");
        if (!known || question.length() > LONGEST || now - answeredAt < PAUSE_NANOS) {
            return;
        }
        answeredAt = now;
        send.accept(
                "NOTICE " + nick + " :" + MARK + (question.equals("VERSION") ? "VERSION Bellhop" : question) + MARK);
    }
}
