package io.bellhop.plugins.irc.wire;

/**
 * Where a line came from.
 *
 * @param nick the nick, or a server's name
 * @param user the user name, empty for a server
 * @param host the host as others see it, empty for a server
 */
public record Source(String nick, String user, String host) {
    /** What a line without a source came from: the server that we are connected to. */
    public static final Source SERVER = new Source("", "", "");

    /**
     * Reads a source.
     *
     * @param written such as {@code ann!a@host.test}, without its colon
     * @return the source
     */
    public static Source of(String written) {
        int user = written.indexOf('!');
        int host = written.indexOf('@', user + 1);
        if (user < 0 || host < 0) {
            return new Source(written, "", "");
        }
        return new Source(written.substring(0, user), written.substring(user + 1, host), written.substring(host + 1));
    }

    /**
     * Tells people from servers.
     *
     * @return true for a client, which has a user name and a host
     */
    public boolean isClient() {
        return !user.isEmpty() && !host.isEmpty();
    }

    /** {@return the form in which lines bear it} */
    @Override
    public String toString() {
        return isClient() ? nick + "!" + user + "@" + host : nick;
    }
}
