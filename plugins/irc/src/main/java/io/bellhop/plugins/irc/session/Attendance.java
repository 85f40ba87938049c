package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.Roster;
import io.bellhop.plugins.irc.wire.Line;
import io.bellhop.plugins.irc.wire.Source;
import java.util.function.Supplier;

/** Keeps the roster by what the server tells of others. Used by the network's own thread. */
final class Attendance {
    /** Marks our WHO questions, so that their answers are ours. */
    static final String TOKEN = "27";

    private final Roster roster;
    private final Support support;
    private final Supplier<String> ownNick;

    Attendance(Roster roster, Support support, Supplier<String> ownNick) {
        this.roster = roster;
        this.support = support;
        this.ownNick = ownNick;
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
        if (isUs(line.source().nick())) {
            return;
        }
        roster.joined(line.parameter(0), line.source());
        if (line.parameters().size() > 2) { // extended-join
            roster.account(line.source().nick(), line.parameter(1));
        }
    }

    private void part(String channel, String nick) {
        if (isUs(nick)) {
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
        if (!line.parameter(1).equals(TOKEN) || line.parameters().size() < 8 || isUs(line.parameter(5))) {
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

    private boolean isUs(String nick) {
        return roster.mapping().fold(nick).equals(roster.mapping().fold(ownNick.get()));
    }
}
