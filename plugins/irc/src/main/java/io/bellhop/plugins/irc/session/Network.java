package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.people.Person;
import io.bellhop.plugins.irc.show.Splitter;
import io.bellhop.plugins.irc.show.Unheard;
import io.bellhop.plugins.irc.wire.Encoding;
import io.bellhop.plugins.irc.wire.Failure;
import io.bellhop.plugins.irc.wire.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** One network: what is said there, and who is on it. Safe for use from any thread. */
public final class Network {
    private final String name;
    private final NetworkConfig config;
    private final Ears ears;
    private final Link link;
    private final AtomicInteger underway = new AtomicInteger();

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
        this.link = new Link(name, config, this::hear, random, nanos);
    }

    /** Begins to connect. */
    public void start() {
        link.start();
    }

    /** Says farewell, and lets go of the connection and the threads. Waits for the server for a moment only. */
    public void stop() {
        link.stop();
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
     * @param confirmed whether they count as sent only when the server has said that it has taken them
     * @return completes with the number of messages that they became when they are on their way, or confirmed
     */
    public CompletionStage<Integer> send(String command, String channel, List<String> lines, boolean confirmed) {
        var current = link.session();
        var spelled = current == null ? channel : current.joining().spelled(channel);
        return send(command, spelled, lines, confirmed, () -> true);
    }

    /**
     * Sends lines of text to one person, unless by the time that they are written nobody, or somebody else, is called
     * so.
     *
     * @param command {@code PRIVMSG} or {@code NOTICE}
     * @param person who
     * @param lines the lines, at least one
     * @param confirmed whether they count as sent only when the server has said that it has taken them
     * @return completes with the number of messages that they became when they are on their way, or confirmed
     */
    public CompletionStage<Integer> send(String command, Person person, List<String> lines, boolean confirmed) {
        var nick = person.source().nick();
        var identity = person.identity();
        return send(
                command,
                nick,
                lines,
                confirmed,
                () -> find(identity)
                        .filter(now -> now.source().nick().equals(nick))
                        .isPresent());
    }

    private CompletionStage<Integer> send(
            String command, String target, List<String> lines, boolean confirmed, BooleanSupplier isMeant) {
        var current = link.session();
        if (current == null || !current.isWelcome()) {
            return CompletableFuture.failedStage(Failure.away(name));
        }
        int room = current.self().room(command, target) - Unheard.MARK_LENGTH;
        var head = command + " " + target + " :";
        var encoded = new ArrayList<byte[]>(lines.size());
        for (var line : lines) {
            var parts = Splitter.split(line, room);
            encoded.add(Encoding.line(head + parts.getFirst()));
            for (var part : parts.subList(1, parts.size())) {
                encoded.add(Encoding.line(head + unheard(part)));
            }
        }
        var closed = current.closedChannels();
        boolean certain = confirmed || closed.mayRefuse(target);
        return current.outgoing()
                .say(new Saying(target, encoded, certain, isMeant), underway.get() <= 1)
                .thenApply(_ -> {
                    if (certain) {
                        closed.opened(target);
                    }
                    return encoded.size();
                });
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
        return Optional.ofNullable(link.session())
                .flatMap(current -> current.roster().find(identity));
    }

    /**
     * Tells whether a guest was seen to leave the network, so that nobody will be known to be them again.
     *
     * @param identity an account, or a guest's nick, user name and host
     * @return true for a guest who has left; false for accounts, who may come back, and while the link is down
     */
    public boolean hasLeft(String identity) {
        var current = link.session();
        return identity.contains("!") && current != null && current.roster().hasLeft(identity);
    }

    /**
     * Finds who has a nick now.
     *
     * @param nick a nick
     * @return who, or empty if nobody whom we see
     */
    public Optional<Person> called(String nick) {
        return Optional.ofNullable(link.session())
                .flatMap(current -> current.roster().known(nick));
    }

    /**
     * Tells whether we are in a channel.
     *
     * @param channel its name
     * @return true if we are
     */
    public boolean isIn(String channel) {
        var current = link.session();
        return current != null && current.joining().isIn(channel);
    }

    /**
     * Tells whether a channel refused what we said there last. What is said there next counts as sent only when the
     * server has taken it.
     *
     * @param channel its name
     * @return true if it may be refused too
     */
    public boolean mayRefuse(String channel) {
        var current = link.session();
        return current != null && current.closedChannels().mayRefuse(channel);
    }

    /**
     * Tells why it is of no use to say something in a channel now, if it is of none.
     *
     * @param channel its name
     * @return what the server says, without the end of a sentence
     */
    public Optional<String> closed(String channel) {
        return Optional.ofNullable(link.session())
                .flatMap(current -> current.closedChannels().reason(channel));
    }

    /**
     * Tells whether a channel refuses formatted lines.
     *
     * @param channel its name
     * @return true if it does
     */
    public boolean isPlain(String channel) {
        var current = link.session();
        return current != null && current.plainChannels().has(channel);
    }

    /** {@return which names are the same there} */
    public CaseMapping mapping() {
        var current = link.session();
        return current == null ? CaseMapping.RFC1459 : current.support().mapping();
    }

    /** {@return what we are called there now} */
    public String nick() {
        var current = link.session();
        return current == null ? config.nick() : current.self().nick();
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
        var current = link.session();
        return current != null && current.isWelcome();
    }

    /** {@return how it stands, in words for its owner} */
    public String state() {
        var current = link.session();
        if (current == null || !current.isWelcome()) {
            return link.state();
        }
        var lag = current.probe().lag();
        return "connected as " + current.self().nick() + ", " + current.whereabouts()
                + (lag < 0 ? "" : ", round trip " + TimeUnit.NANOSECONDS.toMillis(lag) + " ms")
                + (current.outgoing().waiting() == 0
                        ? ""
                        : ", " + current.outgoing().waiting() + " bytes waiting");
    }
}
