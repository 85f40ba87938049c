package io.bellhop.core.testkit;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.SpaceId;
import java.util.Optional;

/** Where something is said on a platform in memory: everywhere, as the ids of channels tell. */
final class FakePlaces {
    private static final String SPACE = "space";

    private FakePlaces() {}

    private record FakeSpace(SpaceId id, String name) implements Space {}

    private record FakeChannel(ChannelId id, String name, Optional<Space> space) implements Channel {}

    static Channel channel(ChannelId id) {
        if (id.id().startsWith("@")) {
            return new FakeChannel(id, id.id().substring(1), Optional.empty());
        }
        int slash = id.id().indexOf('/');
        var space = slash < 0 ? SPACE : id.id().substring(0, slash);
        return new FakeChannel(
                id,
                id.id().substring(slash + 1),
                Optional.of(new FakeSpace(new SpaceId(FakeConnector.ID, space), space)));
    }

    /** Finds the channel of a name in a space, which has one of every name. */
    static Optional<Channel> named(String name, SpaceId space) {
        var bare = name.startsWith("#") ? name.substring(1) : name;
        if (bare.isBlank() || bare.contains("/") || bare.startsWith("@")) {
            return Optional.empty();
        }
        var id = space.id().equals(SPACE) ? bare : space.id() + "/" + bare;
        return Optional.of(channel(new ChannelId(FakeConnector.ID, id)));
    }
}
