package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.SpaceId;
import java.util.Optional;

/**
 * What a value is set for.
 *
 * @param level how far it reaches
 * @param connector the connector of the channel or space; empty for the bot
 * @param id the id of the channel or space; empty for the bot
 */
record Scope(Level level, String connector, String id) {
    static final Scope BOT = new Scope(Level.BOT, "", "");

    static Scope of(ChannelId channel) {
        return new Scope(Level.CHANNEL, channel.connector(), channel.id());
    }

    static Scope of(SpaceId space) {
        return new Scope(Level.SPACE, space.connector(), space.id());
    }

    /** Finds the scope of a level around a channel; empty if a space is wanted where there is none. */
    static Optional<Scope> around(Channel channel, Level level) {
        return switch (level) {
            case CHANNEL -> Optional.of(of(channel.id()));
            case SPACE -> channel.space().map(space -> of(space.id()));
            case BOT -> Optional.of(BOT);
        };
    }
}
