package io.bellhop.plugins.irc;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.SpaceId;
import java.util.Optional;

/** A channel of a network, or a conversation with one user. */
record IrcChannel(ChannelId id, String name, Optional<Space> space) implements Channel {
    private static final int MOST_LINES = 8;

    private record Net(SpaceId id, String name) implements Space {}

    static IrcChannel of(String network, String folded) {
        return new IrcChannel(
                Ids.channel(network, folded), unmarked(folded), Optional.of(new Net(Ids.space(network), network)));
    }

    static IrcChannel with(String network, String identity, String nick) {
        return new IrcChannel(Ids.direct(network, identity), nick, Optional.empty());
    }

    /** Each is a message. */
    @Override
    public int lines(int usual) {
        return Math.min(usual, MOST_LINES);
    }

    private static String unmarked(String channel) {
        return channel.startsWith("#") ? channel.substring(1) : channel;
    }
}
