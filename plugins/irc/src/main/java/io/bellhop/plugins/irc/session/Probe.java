package io.bellhop.plugins.irc.session;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Asks the server again and again for an answer, as a connection can be open and dead. Whatever else it sends proves
 * nothing: it may no longer take what we say. One thread writes, any reads.
 */
final class Probe {
    private static final String WORD = "bellhop-";

    private final long interval;
    private final Consumer<String> send;
    private final LongSupplier nanos;
    private long sent;
    private long count;
    private boolean waiting;
    private volatile long lag = -1;

    Probe(Duration interval, Consumer<String> send, LongSupplier nanos) {
        this.interval = interval.toNanos();
        this.send = send;
        this.nanos = nanos;
        this.sent = nanos.getAsLong();
    }

    /** Asks, if it is time to; fails if the last question is unanswered. */
    void attempt() throws IOException {
        long now = nanos.getAsLong();
        if (now - sent < interval) {
            return;
        }
        if (waiting) {
            throw new IOException("the server has stopped answering");
        }
        waiting = true;
        sent = now;
        send.accept("PING " + WORD + ++count);
    }

    /** Takes the answer. */
    void answered(String word) {
        if (waiting && word.equals(WORD + count)) {
            waiting = false;
            lag = nanos.getAsLong() - sent;
        }
    }

    /** {@return the last round trip in nanoseconds, or -1 if there was none yet} */
    long lag() {
        return lag;
    }
}
