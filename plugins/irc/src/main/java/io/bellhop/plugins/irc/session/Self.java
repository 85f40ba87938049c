package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.wire.Encoding;
import io.bellhop.plugins.irc.wire.Source;
import java.util.function.Supplier;

/** Who we are on a network, as others see us. The network's own thread writes, any reads. */
final class Self {
    private static final int NO_HOST = 12 + 64;

    private final String wanted;
    private final Supplier<CaseMapping> mapping;
    private volatile String nick;
    private volatile Source source = Source.SERVER;

    /** How long what the server puts in front of our lines is for those who hear them, or may be. */
    private volatile int bytesSeen;

    /** The nick that we want is ours until the server gives us another. */
    Self(String wanted, Supplier<CaseMapping> mapping) {
        this.wanted = wanted;
        this.mapping = mapping;
        this.nick = wanted;
        hidden();
    }

    String nick() {
        return nick;
    }

    boolean is(String someone) {
        return mapping.get().isSame(someone, nick);
    }

    boolean hasWantedNick() {
        return nick.equals(wanted);
    }

    void renamed(String newNick) {
        become(newNick, source.isClient() ? new Source(newNick, source.user(), source.host()) : source);
    }

    void seen(Source asSeen) {
        become(nick, asSeen);
    }

    /** Our host is another one: until we see it, the longest is assumed. */
    void hidden() {
        become(nick, Source.SERVER);
    }

    private void become(String newNick, Source newSource) {
        nick = newNick;
        source = newSource;
        bytesSeen = newSource.isClient() ? Encoding.size(newSource.toString()) : Encoding.size(newNick) + NO_HOST;
    }

    /** Returns how many bytes of text fit into a line to a target, with what the server puts in front of it. */
    int room(String command, String target) {
        return Encoding.LONGEST - 2 - (1 + bytesSeen + 1) - Encoding.size(command) - 1 - Encoding.size(target) - 2;
    }
}
