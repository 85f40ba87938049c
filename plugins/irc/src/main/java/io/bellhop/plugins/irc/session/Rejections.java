package io.bellhop.plugins.irc.session;

import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.irc.wire.Failure;
import io.bellhop.plugins.irc.wire.Line;
import io.bellhop.plugins.irc.wire.Outgoing;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server says that it does not do: to let us into a channel, or to pass on what we say. */
final class Rejections {
    private static final Logger log = LoggerFactory.getLogger(Rejections.class);
    private static final String NO_SUCH_NICK = "401";

    private final String network;
    private final Support support;
    private final Joining joining;
    private final Outgoing outgoing;
    private final LongSupplier nanos;

    Rejections(String network, Support support, Joining joining, Outgoing outgoing, LongSupplier nanos) {
        this.network = network;
        this.support = support;
        this.joining = joining;
        this.outgoing = outgoing;
        this.nanos = nanos;
    }

    void take(Line line) {
        switch (line.command()) {
            case "403", "405", "471", "473", "474", "475", "476", "489" -> notLetIn(line);
            case "477" -> {
                if (isUnjoined(line.parameter(1))) {
                    notLetIn(line);
                } else {
                    notPassedOn(line);
                }
            }
            case NO_SUCH_NICK, "404", "408", "412", "417", "486", "531", "716" -> notPassedOn(line);
            default -> {
                // tells nothing that we act on
            }
        }
    }

    private void notLetIn(Line line) {
        log.warn("{}: the channel {} can't be joined: {}", network, line.parameter(1), line.last());
    }

    private boolean isUnjoined(String target) {
        return support.isChannel(target) && !joining.isIn(target);
    }

    private void notPassedOn(Line line) {
        var target = line.parameter(1);
        log.warn("{}: what was said to {} was refused: {}", network, target, line.last());
        if (joining.isIn(target)) {
            joining.refused(target, nanos.getAsLong());
        }
        var key = support.mapping().fold(target);
        outgoing.refused(each -> support.mapping().fold(each).equals(key), why(line.command(), target));
    }

    /** What is refused since we are not there any more is said again once we are. */
    private BellhopException why(String number, String target) {
        if (number.equals(NO_SUCH_NICK)) {
            return Failure.renamed(network);
        }
        return isUnjoined(target) ? Failure.away(network) : Failure.refused(network, target);
    }
}
