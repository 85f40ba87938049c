package io.bellhop.core.approval;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.SpaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it was when something was asked there.
 *
 * @param id names it
 * @param name what people called it
 * @param spaceId the space that holds it, or null
 * @param spaceName what people called that
 */
public record Place(ChannelId id, String name, @Nullable SpaceId spaceId, String spaceName) implements Channel {
    static Place of(Channel channel) {
        return new Place(
                channel.id(),
                channel.name(),
                channel.space().map(Space::id).orElse(null),
                channel.space().map(Space::name).orElse(""));
    }

    @Override
    public Optional<Space> space() {
        return Optional.ofNullable(spaceId).map(found -> new Held(found, spaceName));
    }

    private record Held(SpaceId id, String name) implements Space {}
}
