package io.bellhop.plugins.irc.wire;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;

/** Why something was not said. */
public final class Failure {
    /** The code of what a network does not let us say, whenever it is tried. */
    public static final String REFUSED = "irc.refused";

    /** The code of what may be said later, and of which nothing went out now. */
    public static final String AWAY = "irc.away";

    private static final String LOST = "irc.unreachable";

    private Failure() {}

    /** Too much waits already. */
    static BellhopException full(String network) {
        return of(AWAY, "Too much waits to be said on " + network + ". Try again in a minute.");
    }

    /**
     * Says that a network can't be reached now.
     *
     * @param network its name
     * @return the failure, after which the same is tried again
     */
    public static BellhopException away(String network) {
        return of(AWAY, "The IRC network " + network + " can't be reached now.");
    }

    /** Nobody knows whether it was said before the link broke. */
    static BellhopException lost(String network) {
        return of(LOST, "The link to the IRC network " + network + " was lost.");
    }

    /**
     * Says that a network did not pass on something that was said to somebody or in a channel.
     *
     * @param network its name
     * @param target the channel or nick
     * @param reason what the server says, without the end of a sentence
     * @return the failure
     */
    public static BellhopException refused(String network, String target, String reason) {
        return of(REFUSED, network + " refused a line of mine to " + target + ": " + reason + ".");
    }

    /**
     * Says that nothing is said in a channel for a while, as it takes nothing.
     *
     * @param network its name
     * @param channel the channel
     * @param reason what the server says, without the end of a sentence
     * @return the failure
     */
    public static BellhopException closed(String network, String channel, String reason) {
        return of(REFUSED, network + " does not let me speak in " + channel + " now: " + reason + ".");
    }

    /**
     * Says that whoever was written to is not there under that nick any more.
     *
     * @param network its name
     * @return the failure, after which the same is tried again
     */
    public static BellhopException renamed(String network) {
        return of(LOST, "They are not on " + network + " under that nick any more.");
    }

    private static BellhopException of(String code, String sentence) {
        return new BellhopException(ErrorKind.CONNECTOR, code, sentence, null);
    }
}
