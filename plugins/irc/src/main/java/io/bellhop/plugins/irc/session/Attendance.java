package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.Person;
import io.bellhop.plugins.irc.people.Roster;
import io.bellhop.plugins.irc.wire.Line;
import io.bellhop.plugins.irc.wire.Source;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Keeps the roster by what the server tells of others, also when asked. Used by the network's own thread. */
final class Attendance {
    /** Marks our WHO questions, so that their answers are ours. */
    private static final String TOKEN = "27";

    /** In this time each channel has its turn; {@link Person} forgets operators of whom nothing is heard in two. */
    private static final long ROUND_NANOS = Duration.ofMinutes(5).toNanos();

    private final Roster roster;
    private final Support support;
    private final Self self;
    private final Supplier<List<String>> channels;
    private final Consumer<String> ask;
    private final LongSupplier nanos;
    private long nextAt;
    private int turn;

    /** The channels are those that we are in. */
    Attendance(
            Roster roster,
            Support support,
            Self self,
            Supplier<List<String>> channels,
            Consumer<String> ask,
            LongSupplier nanos) {
        this.roster = roster;
        this.support = support;
        this.self = self;
        this.channels = channels;
        this.ask = ask;
        this.nanos = nanos;
        this.nextAt = nanos.getAsLong() + ROUND_NANOS;
    }

    /** Asks who is in a channel that we have just come into. */
    void cameInto(String channel) {
        askWho(channel, channels.get());
    }

    /** Asks again, for one channel at a time, so that no answer has to wait for many questions. */
    void attempt(long now) {
        if (now - nextAt < 0) {
            return;
        }
        var all = channels.get();
        if (all.isEmpty()) {
            nextAt = now + ROUND_NANOS;
        } else {
            askWho(all.get(turn++ % all.size()), all);
        }
    }

    private void askWho(String channel, List<String> all) {
        nextAt = nanos.getAsLong() + ROUND_NANOS / all.size();
        ask.accept(support.whox() ? "WHO " + channel + " %tcuhnfa," + TOKEN : "WHO " + channel);
    }

    void take(Line line) {
        switch (line.command()) {
            case "JOIN" -> join(line);
            case "PART" -> part(line.parameter(0), line.source().nick());
            case "KICK" -> part(line.parameter(0), line.parameter(1));
            case "QUIT" -> roster.quit(line.source().nick());
            case "NICK" -> roster.renamed(line.source().nick(), line.parameter(0));
            case "ACCOUNT" -> roster.account(line.source().nick(), line.parameter(0));
            case "CHGHOST" -> roster.moved(line.source().nick(), line.parameter(0), line.parameter(1));
            case "352" -> who(line.parameter(5), line.parameter(6));
            case "354" -> whox(line);
            default -> {
                // nothing about people
            }
        }
    }

    private void join(Line line) {
        if (self.is(line.source().nick())) {
            return;
        }
        roster.joined(line.parameter(0), line.source());
        if (line.parameters().size() > 2) { // extended-join
            roster.account(line.source().nick(), line.parameter(1));
        }
    }

    private void part(String channel, String nick) {
        if (self.is(nick)) {
            roster.left(channel);
        } else {
            roster.parted(channel, nick);
        }
    }

    private void who(String nick, String flags) {
        roster.flags(nick, flags.contains("*"), flags.contains("B"));
    }

    /** Takes the answer to {@code WHO #channel %tcuhnfa,27}. */
    private void whox(Line line) {
        if (!line.parameter(1).equals(TOKEN) || line.parameters().size() < 8 || self.is(line.parameter(5))) {
            return;
        }
        var nick = line.parameter(5);
        var source = new Source(nick, line.parameter(3), line.parameter(4));
        if (support.isChannel(line.parameter(2))) {
            roster.joined(line.parameter(2), source);
        }
        who(nick, line.parameter(6));
        roster.account(nick, line.parameter(7));
    }
}
