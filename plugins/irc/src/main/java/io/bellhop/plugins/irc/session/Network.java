package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.people.Person;
import io.bellhop.plugins.irc.show.Splitter;
import io.bellhop.plugins.irc.show.Unheard;
import io.bellhop.plugins.irc.wire.Encoding;
import io.bellhop.plugins.irc.wire.Outgoing;
import io.bellhop.plugins.irc.wire.Pipe;
import io.bellhop.plugins.irc.wire.Pipes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One network: connects, and connects again whenever the connection ends, after a pause that grows. Safe for use from
 * any thread; two threads of its own hear and write.
 */
public final class Network {
    private static final Logger log = LoggerFactory.getLogger(Network.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final long STEADY_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Duration FAREWELL = Duration.ofMillis(150);
    private static final long JOIN_MILLIS = 1000;

    private final String name;
    private final NetworkConfig config;
    private final Ears ears;
    private final RandomGenerator random;
    private final LongSupplier nanos;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger underway = new AtomicInteger();
    private final Thread thread;
    private volatile @Nullable Session session;
    private volatile String state = "connecting";
    private boolean wasLetIn;

    /** Hears what people write. */
    @FunctionalInterface
    public interface Ears {
        /**
         * Takes what someone wrote, and returns at once.
         *
         * @param network where
         * @param heard what
         * @return completes when it has been answered
         */
        CompletionStage<Void> hear(Network network, Heard heard);
    }

    /**
     * Makes a network without connecting yet.
     *
     * @param name names it in ids
     * @param config where it is, and as whom
     * @param ears hears what people write there
     * @param random spreads the pauses
     * @param nanos the time in nanoseconds from some moment on
     */
    public Network(String name, NetworkConfig config, Ears ears, RandomGenerator random, LongSupplier nanos) {
        this.name = name;
        this.config = config;
        this.ears = ears;
        this.random = random;
        this.nanos = nanos;
        this.thread = Thread.ofPlatform().daemon().name("irc-" + name).unstarted(this::live);
    }

    /** Begins to connect. */
    public void start() {
        thread.start();
    }

    /** Says farewell, and lets go of the connection and the threads. Waits for the server for a moment only. */
    public void stop() {
        stopped.countDown();
        var current = session;
        if (current != null) {
            current.outgoing().farewell("QUIT :Bellhop rests", FAREWELL);
            await(thread, FAREWELL.toMillis()); // the server ends the connection when it has read that
            current.outgoing().close();
        }
        await(thread, JOIN_MILLIS);
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
        log.error("{}: stopped, as {}. Mend the configuration and load the plugin again.", name, refusal.getMessage());
    }

    private void connect() throws IOException {
        state = "connecting";
        try (var pipe = open()) {
            var current = new Session(name, config, pipe, this::hear, nanos);
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

    private Pipe open() throws IOException {
        return config.tls()
                ? Pipes.tls(config.host(), config.port(), config.trust())
                : Pipes.plain(config.host(), config.port());
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

    private void hear(Heard heard) {
        underway.incrementAndGet();
        var _ = ears.hear(this, heard).whenComplete((_, _) -> underway.decrementAndGet());
    }

    /**
     * Sends lines of text, each of which is split so that it fits. No further part of one commands other bots.
     *
     * @param command {@code PRIVMSG} or {@code NOTICE}
     * @param channel where
     * @param lines the lines, at least one
     * @return completes with the number of messages that they became when they are on their way
     */
    public CompletionStage<Integer> send(String command, String channel, List<String> lines) {
        return send(command, channel, lines, () -> true);
    }

    /**
     * Sends lines of text to one person, unless by the time that they are written nobody, or somebody else, is called
     * so.
     *
     * @param command {@code PRIVMSG} or {@code NOTICE}
     * @param person who
     * @param lines the lines, at least one
     * @return completes with the number of messages that they became when they are on their way
     */
    public CompletionStage<Integer> send(String command, Person person, List<String> lines) {
        var nick = person.source().nick();
        var identity = person.identity();
        return send(
                command,
                nick,
                lines,
                () -> find(identity)
                        .filter(now -> now.source().nick().equals(nick))
                        .isPresent());
    }

    private CompletionStage<Integer> send(String command, String target, List<String> lines, BooleanSupplier isMeant) {
        var current = session;
        if (current == null || !current.isWelcome()) {
            return CompletableFuture.failedStage(Outgoing.unreachable(name));
        }
        int room = current.room(command, target) - Unheard.MARK_LENGTH;
        var head = command + " " + target + " :";
        var encoded = new ArrayList<byte[]>(lines.size());
        for (var line : lines) {
            var parts = Splitter.split(line, room);
            encoded.add(Encoding.line(head + parts.getFirst()));
            for (var part : parts.subList(1, parts.size())) {
                encoded.add(Encoding.line(head + unheard(part)));
            }
        }
        return current.outgoing().say(encoded, underway.get() <= 1, isMeant).thenApply(_ -> encoded.size());
    }

    /**
     * Marks a line that another bot on the network could take for a command.
     *
     * @param line the line
     * @return the same, or with a mark before it
     */
    public String unheard(String line) {
        return Unheard.of(line, nick -> called(nick).isPresent());
    }

    /**
     * Finds out who an identity is now.
     *
     * @param identity an account, or a guest's nick, user name and host
     * @return who, or empty if nobody is surely them
     */
    public Optional<Person> find(String identity) {
        return Optional.ofNullable(session).flatMap(current -> current.roster().find(identity));
    }

    /**
     * Tells whether a guest was seen to leave the network, so that nobody will be known to be them again.
     *
     * @param identity an account, or a guest's nick, user name and host
     * @return true for a guest who has left; false for accounts, who may come back, and while the link is down
     */
    public boolean hasLeft(String identity) {
        var current = session;
        return identity.contains("!") && current != null && current.roster().hasLeft(identity);
    }

    /**
     * Finds who has a nick now.
     *
     * @param nick a nick
     * @return who, or empty if nobody whom we see
     */
    public Optional<Person> called(String nick) {
        return Optional.ofNullable(session).flatMap(current -> current.roster().known(nick));
    }

    /**
     * Tells whether we are in a channel.
     *
     * @param channel its name
     * @return true if we are
     */
    public boolean isIn(String channel) {
        var current = session;
        return current != null && current.joining().isIn(channel);
    }

    /** {@return which names are the same there} */
    public CaseMapping mapping() {
        var current = session;
        return current == null ? CaseMapping.RFC1459 : current.support().mapping();
    }

    /** {@return what we are called there now} */
    public String nick() {
        var current = session;
        return current == null ? config.nick() : current.nick();
    }

    /** {@return whether it can be spoken on now} */
    public boolean isUp() {
        var current = session;
        return current != null && current.isWelcome();
    }

    /** {@return what names it in ids} */
    public String name() {
        return name;
    }

    /** {@return where it is, and as whom} */
    public NetworkConfig config() {
        return config;
    }

    /** {@return whether the server has let us in, and we are still there} */
    public boolean isConnected() {
        var current = session;
        return current != null && current.isWelcome();
    }

    /** {@return how it stands, in words for its owner} */
    public String state() {
        var current = session;
        if (current == null || !current.isWelcome()) {
            return state;
        }
        var lag = current.probe().lag();
        var missing = current.joining().missing();
        return "connected as " + current.nick() + ", in "
                + String.join(" ", current.joining().channels())
                + (missing.isEmpty() ? "" : ", not in " + String.join(" ", missing))
                + (lag < 0 ? "" : ", round trip " + TimeUnit.NANOSECONDS.toMillis(lag) + " ms")
                + (current.outgoing().waiting() == 0
                        ? ""
                        : ", " + current.outgoing().waiting() + " bytes waiting");
    }
}
