package io.bellhop.plugins.irc.wire;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;

/** Why something was not said. */
public final class Failure {
    /** The code of what a network does not let us say, whenever it is tried. */
    public static final String REFUSED = "irc.refused";

    private Failure() {}

    /** Too much waits already. */
    static BellhopException full(String network) {
        return new BellhopException(
                ErrorKind.CONNECTOR,
                "irc.queue-full",
                "Too much waits to be said on " + network + ". Try again in a minute.",
                null);
    }

    /**
     * Says that a network can't be reached now.
     *
     * @param network its name
     * @return the failure, after which the same is tried again
     */
    public static BellhopException unreachable(String network) {
        return new BellhopException(
                ErrorKind.CONNECTOR, "irc.unreachable", "The IRC network " + network + " can't be reached now.", null);
    }

    /**
     * Says that a network does not pass on what is said to somebody or in a channel.
     *
     * @param network its name
     * @param target the channel or nick
     * @return the failure
     */
    public static BellhopException refused(String network, String target) {
        return new BellhopException(
                ErrorKind.CONNECTOR, REFUSED, network + " does not let me speak in " + target + " now.", null);
    }

    /**
     * Says that whoever was written to is not there under that nick any more.
     *
     * @param network its name
     * @return the failure, after which the same is tried again
     */
    public static BellhopException renamed(String network) {
        return new BellhopException(
                ErrorKind.CONNECTOR, "irc.unreachable", "They are called otherwise on " + network + " by now.", null);
    }
}
