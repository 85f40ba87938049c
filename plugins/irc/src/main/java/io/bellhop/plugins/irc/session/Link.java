package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.wire.Pipes;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to one network, and again whenever the connection ends, after a pause that grows. Safe for use from any
 * thread; two threads of its own hear and write.
 */
final class Link {
    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final long STEADY_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Duration FAREWELL = Duration.ofMillis(150);
    private static final long JOIN_MILLIS = 1000;

    private final String name;
    private final NetworkConfig config;
    private final Consumer<Heard> ears;
    private final RandomGenerator random;
    private final LongSupplier nanos;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Session session;
    private volatile @Nullable Closeable connecting;
    private volatile String state = "connecting";
    private boolean wasLetIn;

    /**
     * Makes a link without connecting yet.
     *
     * @param name the network's
     * @param config where it is, and as whom
     * @param ears hears what people write there, and returns at once
     * @param random spreads the pauses
     * @param nanos the time in nanoseconds from some moment on
     */
    Link(String name, NetworkConfig config, Consumer<Heard> ears, RandomGenerator random, LongSupplier nanos) {
        this.name = name;
        this.config = config;
        this.ears = ears;
        this.random = random;
        this.nanos = nanos;
        this.thread = Thread.ofPlatform().daemon().name("irc-" + name).unstarted(this::live);
    }

    /** Begins to connect. */
    void start() {
        thread.start();
    }

    /** Says farewell, and lets go of the connection and the threads. Waits for the server for a moment only. */
    void stop() {
        stopped.countDown();
        var current = session;
        if (current != null) {
            current.outgoing().farewell("QUIT :Bellhop rests", FAREWELL);
            await(thread, FAREWELL.toMillis()); // the server ends the connection when it has read that
            current.outgoing().close();
        } else {
            giveUpConnecting();
        }
        await(thread, JOIN_MILLIS);
    }

    /** Returns what is said and heard over the connection, if there is one. */
    @Nullable
    Session session() {
        return session;
    }

    /** Returns how it stands while nobody is let in, in words for the owner. */
    String state() {
        return state;
    }

    private void live() {
        int failures = 0;
        while (stopped.getCount() > 0) {
            long begun = nanos.getAsLong();
            try {
                connect();
            } catch (Refused e) {
                if (e.isPassword() && !wasLetIn) {
                    giveUp(e);
                    return;
                }
                rest(LONGEST_PAUSE.toMillis(), String.valueOf(e.getMessage()));
            } catch (IOException e) {
                failures = nanos.getAsLong() - begun > STEADY_NANOS ? 0 : failures + 1;
                rest(pause(failures), String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                log.error("{}: a bug ended the connection", name, e);
                rest(pause(++failures), "a bug, see the log");
            }
        }
    }

    /** A password that was never right is the configuration's fault; one that was right before is the services'. */
    private void giveUp(Refused refusal) {
        state = "stopped: " + refusal.getMessage();
        log.error("{}: stopped, as {}. Mend the configuration and start the bot again.", name, refusal.getMessage());
    }

    private void connect() throws IOException {
        state = "connecting";
        try (var pipe = Pipes.to(config, this::begun)) {
            var current = new Session(name, config, pipe, ears, nanos);
            var writer =
                    Thread.ofPlatform().daemon().name("irc-" + name + "-out").start(current.outgoing());
            session = current;
            try {
                if (stopped.getCount() > 0) {
                    current.run();
                }
            } finally {
                wasLetIn |= current.isWelcome();
                session = null;
                current.outgoing().close();
                await(writer, JOIN_MILLIS);
            }
        }
    }

    private void begun(Closeable connection) {
        connecting = connection;
        if (stopped.getCount() == 0) {
            giveUpConnecting();
        }
    }

    private void giveUpConnecting() {
        var begun = connecting;
        try {
            if (begun != null) {
                begun.close();
            }
        } catch (IOException e) {
            log.debug("{}: what was being opened can't be closed", name, e);
        }
    }

    private static void await(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private long pause(int failures) {
        return Math.min(
                LONGEST_PAUSE.toMillis(), config.reconnect().toMillis() << Math.min(Math.max(0, failures - 1), 16));
    }

    private void rest(long pause, String reason) {
        if (stopped.getCount() == 0) {
            return;
        }
        var spread = pause / 2 + random.nextLong(pause / 2 + 1);
        state = "waiting to connect again: " + reason;
        log.warn("{}: {}; connecting again in {} ms", name, reason, spread);
        try {
            stopped.await(spread, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            stopped.countDown();
        }
    }
}
