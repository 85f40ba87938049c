package io.bellhop.plugins.irc.session;

import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.irc.people.Roster;
import io.bellhop.plugins.irc.show.Formatting;
import io.bellhop.plugins.irc.wire.Failure;
import io.bellhop.plugins.irc.wire.Line;
import io.bellhop.plugins.irc.wire.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What the server says that it does not do: to let us into a channel, or to pass on what we say. */
final class Rejections {
    private static final Logger log = LoggerFactory.getLogger(Rejections.class);
    private static final String NO_SUCH_NICK = "401";

    private final String network;
    private final Support support;
    private final Joining joining;
    private final Roster roster;
    private final ClosedChannels closed;
    private final Outgoing outgoing;

    Rejections(
            String network, Support support, Joining joining, Roster roster, ClosedChannels closed, Outgoing outgoing) {
        this.network = network;
        this.support = support;
        this.joining = joining;
        this.roster = roster;
        this.closed = closed;
        this.outgoing = outgoing;
    }

    void take(Line line) {
        switch (line.command()) {
            case "470" -> forwarded(line.parameter(1), line.parameter(2));
            case "403", "405", "471", "473", "474", "475", "476", "477", "489" -> {
                if (isUnjoined(line.parameter(1))) {
                    notLetIn(line);
                } else {
                    mayBeClosed(line);
                }
            }
            case "404" -> mayBeClosed(line);
            case NO_SUCH_NICK, "408", "412", "417", "486", "531", "716", "936" -> notPassedOn(line);
            default -> {
                // tells nothing that we act on
            }
        }
    }

    private void notLetIn(Line line) {
        log.warn("{}: the channel {} can't be joined: {}", network, line.parameter(1), line.last());
        joining.notLetIn(line.parameter(1), reason(line));
    }

    private void forwarded(String channel, String instead) {
        log.info("{}: who asks for {} is sent to {}", network, channel, instead);
        joining.forwarded(channel, instead);
    }

    private boolean isUnjoined(String target) {
        return support.isChannel(target) && !joining.isIn(target);
    }

    private void mayBeClosed(Line line) {
        if (joining.isIn(line.parameter(1))) {
            closed.refused(line.parameter(1), reason(line));
        }
        notPassedOn(line);
    }

    private void notPassedOn(Line line) {
        var target = line.parameter(1);
        boolean isNews = !line.command().equals(NO_SUCH_NICK) || roster.unknown(target);
        boolean isTold = outgoing.refused(each -> support.mapping().isSame(each, target), why(line, target));
        log.atLevel(isTold || !isNews ? Level.DEBUG : Level.WARN)
                .log("{}: a line to {} was refused: {}", network, target, line.last());
    }

    /** What is refused since we are not there any more is said again once we are. */
    private BellhopException why(Line line, String target) {
        if (line.command().equals(NO_SUCH_NICK)) {
            return Failure.renamed(network);
        }
        return isUnjoined(target) ? Failure.away(network) : Failure.refused(network, target, reason(line));
    }

    /** Returns what the server says, without the end of a sentence. */
    private static String reason(Line line) {
        return Formatting.removed(line.last()).replaceFirst("[.\\s]+$", "");
    }
}
