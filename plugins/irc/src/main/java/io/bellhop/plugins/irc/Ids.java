package io.bellhop.plugins.irc;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;

/**
 * What things on IRC are called across networks: {@code libera/#ops} is a channel, {@code libera/ann} the user with the
 * account ann, {@code libera/ann!a@host.test} one without an account, and {@code libera/@ann} the conversation with the
 * first. An account's name has none of the marks {@code ! @ /}, so no guest's id can equal an account's.
 */
final class Ids {
    static final String CONNECTOR = "irc";

    private static final String DIRECT = "@";

    private Ids() {}

    /**
     * Where something is said.
     *
     * @param network the network's name
     * @param name a channel's name, or the identity of whom a conversation is with
     * @param direct whether it is such a conversation
     */
    record Place(String network, String name, boolean direct) {}

    static SpaceId space(String network) {
        return new SpaceId(CONNECTOR, network);
    }

    static ChannelId channel(String network, String folded) {
        return new ChannelId(CONNECTOR, network + "/" + folded);
    }

    static ChannelId direct(String network, String identity) {
        return new ChannelId(CONNECTOR, network + "/" + DIRECT + identity);
    }

    static UserId user(String network, String identity) {
        return new UserId(CONNECTOR, network + "/" + identity);
    }

    static Place place(ChannelId channel) {
        var name = afterNetwork(channel.id());
        boolean direct = name.startsWith(DIRECT);
        return new Place(network(channel.id()), direct ? name.substring(DIRECT.length()) : name, direct);
    }

    /** Tells whether an identity is that of somebody without an account. */
    static boolean isGuest(String identity) {
        return identity.contains("!");
    }

    static String network(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? "" : id.substring(0, slash);
    }

    static String afterNetwork(String id) {
        return id.substring(id.indexOf('/') + 1);
    }
}
