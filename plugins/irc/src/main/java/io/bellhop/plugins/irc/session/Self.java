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

    /** The nick that we want is ours until the server gives us another. */
    Self(String wanted, Supplier<CaseMapping> mapping) {
        this.wanted = wanted;
        this.mapping = mapping;
        this.nick = wanted;
    }

    String nick() {
        return nick;
    }

    boolean is(String someone) {
        return mapping.get().fold(someone).equals(mapping.get().fold(nick));
    }

    boolean hasWantedNick() {
        return nick.equals(wanted);
    }

    void renamed(String newNick) {
        nick = newNick;
        source = source.isClient() ? new Source(newNick, source.user(), source.host()) : source;
    }

    void seen(Source asSeen) {
        source = asSeen;
    }

    /** Our host is another one: until we see it, the longest is assumed. */
    void hidden() {
        source = Source.SERVER;
    }

    /** Returns how many bytes of text fit into a line to a target, with what the server puts in front of it. */
    int room(String command, String target) {
        int seen = source.isClient() ? Encoding.size(source.toString()) : Encoding.size(nick) + NO_HOST;
        return Encoding.LONGEST - 2 - (1 + seen + 1) - Encoding.size(command) - 1 - Encoding.size(target) - 2;
    }
}
