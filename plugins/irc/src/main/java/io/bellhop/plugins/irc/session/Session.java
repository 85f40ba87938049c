package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.people.Accounts;
import io.bellhop.plugins.irc.people.Roster;
import io.bellhop.plugins.irc.show.Formatting;
import io.bellhop.plugins.irc.wire.Line;
import io.bellhop.plugins.irc.wire.LineReader;
import io.bellhop.plugins.irc.wire.Outgoing;
import io.bellhop.plugins.irc.wire.Pipe;
import io.bellhop.plugins.irc.wire.Source;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, from its greeting to its end. One thread runs it, any asks it. */
final class Session {
    private static final Logger log = LoggerFactory.getLogger(Session.class);
    private static final long TICK_MILLIS = 1000;
    private static final long REGAIN_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int PATIENCE = 4;

    private final String name;
    private final NetworkConfig config;
    private final Blocks blocks;
    private final LongSupplier nanos;
    private final LineReader reader;
    private final Outgoing outgoing;
    private final Support support = new Support();
    private final Self self;
    private final Roster roster;
    private final Attendance attendance;
    private final Registration registration;
    private final Joining joining;
    private final Rejections rejections;
    private final PlainChannels plainChannels;
    private final ClosedChannels closedChannels;
    private final Probe probe;
    private final Courtesy courtesy;
    private volatile boolean welcome;
    private volatile Accounts accounts = Accounts.UNKNOWN;
    private String lastError = "";
    private long regainAt;

    Session(String name, NetworkConfig config, Pipe pipe, Consumer<Heard> ears, LongSupplier nanos) {
        this.name = name;
        this.config = config;
        this.blocks = new Blocks(ears, nanos);
        this.nanos = nanos;
        this.self = new Self(config.nick(), support::mapping);
        this.reader = new LineReader(pipe);
        this.outgoing =
                new Outgoing(name, pipe, config.flood().burst(), config.flood().interval(), nanos);
        this.roster = new Roster(nanos);
        this.registration = new Registration(config, outgoing::command);
        this.joining = new Joining(
                config.channels(), config.reconnect().multipliedBy(PATIENCE), support::mapping, outgoing::ask);
        this.closedChannels = new ClosedChannels(support::mapping, outgoing::askInTurn, nanos);
        this.rejections = new Rejections(name, support, joining, roster, closedChannels, outgoing);
        this.plainChannels = new PlainChannels(support::mapping, outgoing::ask);
        this.attendance = new Attendance(roster, support, self, joining::channels, outgoing::ask, nanos);
        this.probe = new Probe(config.probe(), outgoing::command, nanos);
        this.courtesy = new Courtesy(outgoing::ask, nanos);
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Roster roster() {
        return roster;
    }

    Joining joining() {
        return joining;
    }

    PlainChannels plainChannels() {
        return plainChannels;
    }

    Support support() {
        return support;
    }

    Probe probe() {
        return probe;
    }

    Self self() {
        return self;
    }

    boolean isWelcome() {
        return welcome;
    }

    /** Returns which channels we are in and which not, in words for the owner. */
    String whereabouts() {
        return new Whereabouts(joining, closedChannels, nanos.getAsLong()).words();
    }

    ClosedChannels closedChannels() {
        return closedChannels;
    }

    /** Hears until the connection ends, which it says by failing. */
    void run() throws IOException {
        registration.begin();
        while (true) {
            var line = reader.take();
            if (line != null) {
                var parsed = Line.parse(line);
                if (parsed.isPresent()) {
                    take(parsed.get());
                }
            } else {
                reader.await(TICK_MILLIS);
                if (reader.hasEnded()) {
                    throw new EOFException(lastError.isEmpty() ? "the server closed the connection" : lastError);
                }
                tick();
            }
        }
    }

    private void tick() throws IOException {
        probe.attempt();
        long now = nanos.getAsLong();
        if (!welcome) {
            return;
        }
        joining.attempt(now);
        blocks.attempt();
        if (!self.hasWantedNick() && now - regainAt > REGAIN_NANOS) {
            regain();
        }
        attendance.attempt(now);
    }

    private void regain() {
        regainAt = nanos.getAsLong();
        outgoing.command("NICK " + config.nick());
    }

    private void take(Line line) throws IOException {
        switch (line.command()) {
            case "PRIVMSG" -> hear(line);
            case "PING" -> outgoing.command("PONG :" + line.last());
            case "PONG" -> {
                probe.answered(line.last());
                closedChannels.answered(line.last());
                outgoing.answered(line.last());
            }
            case "ERROR" -> lastError = line.last();
            case "NOTICE", "TAGMSG" -> {
                // never answered: by custom programs speak so
            }
            default -> takeAnother(line);
        }
    }

    private void takeAnother(Line line) throws IOException {
        if (registration.take(line)) {
            accounts = Accounts.of(registration.enabled(), support.whox());
            return;
        }
        if (isNumber(line.command())) {
            takeNumber(line);
        } else {
            takeOwn(line);
        }
        attendance.take(line);
        plainChannels.take(line);
    }

    private void takeNumber(Line line) throws IOException {
        switch (line.command()) {
            case "001" -> welcomed(line);
            case "005" -> {
                support.read(line);
                roster.mapping(support.mapping());
                accounts = Accounts.of(registration.enabled(), support.whox());
            }
            case "376", "422" -> joining.attempt(nanos.getAsLong());
            case "433", "436", "437" -> {
                if (!welcome) {
                    registration.nickTaken();
                }
            }
            case "432" -> {
                if (!welcome) {
                    throw registration.nickInvalid(line);
                }
            }
            case "396" -> self.hidden();
            default -> rejections.take(line);
        }
    }

    private void welcomed(Line line) throws Refused {
        registration.welcomed();
        self.renamed(line.parameter(0));
        welcome = true;
        regainAt = nanos.getAsLong();
        log.info("{}: connected as {}", name, self.nick());
    }

    private void takeOwn(Line line) {
        boolean ours = self.is(line.source().nick());
        switch (line.command()) {
            case "JOIN" -> {
                if (ours) {
                    self.seen(line.source());
                    joining.joined(line.parameter(0));
                    closedChannels.opened(line.parameter(0));
                    attendance.cameInto(line.parameter(0));
                    if (config.formatting()) {
                        plainChannels.cameInto(line.parameter(0));
                    }
                }
            }
            case "PART" -> {
                if (ours) {
                    out(line.parameter(0), "left");
                }
            }
            case "KICK" -> {
                if (self.is(line.parameter(1))) {
                    out(line.parameter(0), "kicked: " + line.last());
                }
            }
            case "INVITE" -> {
                if (self.is(line.parameter(0)) && joining.invited(line.parameter(1))) {
                    log.info("{}: invited to {} by {}", name, line.parameter(1), line.source());
                }
            }
            case "MODE" -> closedChannels.opened(line.parameter(0));
            case "NICK" -> renamed(line, ours);
            case "CHGHOST" -> {
                if (ours) {
                    self.seen(new Source(self.nick(), line.parameter(0), line.parameter(1)));
                }
            }
            case "QUIT" -> {
                if (line.source().nick().equalsIgnoreCase(config.nick())) {
                    regain();
                }
            }
            default -> {
                // not about us
            }
        }
    }

    private void renamed(Line line, boolean ours) {
        if (ours) {
            self.renamed(line.parameter(0));
        } else if (line.source().nick().equalsIgnoreCase(config.nick())) {
            regain();
        }
    }

    private void out(String channel, String how) {
        joining.out(channel, nanos.getAsLong());
        log.info("{}: out of {} ({})", name, channel, how);
    }

    private void hear(Line line) {
        var source = line.source();
        if (!source.isClient() || self.is(source.nick()) || line.parameters().size() < 2) {
            return;
        }
        var text = line.last();
        if (!text.isEmpty() && text.charAt(0) == Courtesy.MARK) {
            courtesy.answer(source.nick(), text);
            return;
        }
        var target = line.parameter(0);
        if (support.isChannel(target) || self.is(target)) {
            blocks.hear(new Heard(
                    roster.heard(source, line, accounts),
                    support.isChannel(target) ? Optional.of(target) : Optional.empty(),
                    Formatting.removed(text),
                    Optional.ofNullable(line.tags().get("msgid"))));
        }
    }

    private static boolean isNumber(String command) {
        return command.length() == 3 && command.charAt(0) >= '0' && command.charAt(0) <= '9';
    }
}
