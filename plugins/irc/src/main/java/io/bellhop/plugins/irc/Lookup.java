package io.bellhop.plugins.irc;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.plugins.irc.people.Accounts;
import io.bellhop.plugins.irc.session.Network;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds users and channels as people refer to them. Safe for use from any thread. */
final class Lookup {
    private final Supplier<Collection<Network>> networks;

    Lookup(Supplier<Collection<Network>> networks) {
        this.networks = networks;
    }

    /** Finds a user by their id. */
    Optional<IrcUser> user(String reference) {
        var id = unmarked(reference);
        return id.contains("/") ? identified(id) : Optional.empty();
    }

    /** Finds who has a nick on a network. */
    Optional<IrcUser> named(String nick, SpaceId space) {
        return network(space.id())
                .flatMap(network -> network.called(unmarked(nick)).map(person -> IrcUser.of(network.name(), person)));
    }

    private static String unmarked(String reference) {
        return reference.startsWith("@") ? reference.substring(1) : reference;
    }

    private Optional<IrcUser> identified(String id) {
        return network(Ids.network(id))
                .flatMap(network -> network.find(Ids.afterNetwork(id))
                        .map(person -> IrcUser.of(network.name(), person))
                        .or(() -> known(id)));
    }

    /** An account exists also while nobody is logged in to it. */
    private static Optional<IrcUser> known(String id) {
        var account = Ids.afterNetwork(id);
        return Accounts.sound(account)
                .filter(account::equals)
                .map(sound -> new IrcUser(Ids.user(Ids.network(id), sound), sound, false, Optional.empty()));
    }

    /** Finds a channel that we are in, or a conversation with somebody, by its id. */
    Optional<IrcChannel> channel(String reference) {
        var place = Ids.place(new ChannelId(Ids.CONNECTOR, reference));
        return place.direct()
                ? identified(place.network() + "/" + place.name()).map(IrcUser::conversation)
                : network(place.network()).flatMap(network -> in(network, place.name()));
    }

    /** Finds a channel that we are in on a network. */
    Optional<IrcChannel> channelNamed(String name, SpaceId space) {
        return network(space.id()).flatMap(network -> in(network, name));
    }

    private static Optional<IrcChannel> in(Network network, String name) {
        var marked = network.isIn(name) ? name : "#" + name;
        return network.isIn(marked)
                ? Optional.of(IrcChannel.of(network.name(), network.mapping().fold(marked)))
                : Optional.empty();
    }

    /** Returns what follows our nick on the network at the beginning of a text, as in {@code bellhop: ping}. */
    Optional<String> addressed(String text, ChannelId where) {
        return network(Ids.network(where.id()))
                .filter(network -> isCalled(network, text))
                .map(network -> text.substring(network.nick().length() + 1).strip());
    }

    private static boolean isCalled(Network network, String text) {
        var nick = network.nick();
        int length = nick.length();
        return text.length() > length
                && (text.charAt(length) == ':' || text.charAt(length) == ',')
                && network.mapping().isSame(text.substring(0, length), nick);
    }

    private Optional<Network> network(String name) {
        return networks.get().stream()
                .filter(network -> network.name().equals(name))
                .findFirst();
    }
}
