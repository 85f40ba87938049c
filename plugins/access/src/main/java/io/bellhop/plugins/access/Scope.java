package io.bellhop.plugins.access;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.error.BellhopException;
import java.util.Optional;

/**
 * Where something holds.
 *
 * @param space the space, or empty for everywhere
 * @param words the place, to stand behind what holds there
 */
record Scope(Optional<SpaceId> space, String words) {
    static final Scope EVERYWHERE = new Scope(Optional.empty(), "everywhere");

    static Scope of(Channel channel, boolean everywhere) {
        return everywhere ? EVERYWHERE : here(channel);
    }

    static Scope here(Channel channel) {
        return channel.space()
                .map(space -> new Scope(Optional.of(space.id()), "in " + space.name()))
                .orElseThrow(() -> BellhopException.user(
                        "access.no-space",
                        "Ranks belong to a space, and this is a direct conversation. Ask in a channel of the space;"
                                + " an owner can also add -everywhere."));
    }

    boolean isEverywhere() {
        return space.isEmpty();
    }

    /** The space's id as tables hold it. */
    static String column(Optional<SpaceId> space) {
        return space.map(SpaceId::id).orElse("");
    }
}
