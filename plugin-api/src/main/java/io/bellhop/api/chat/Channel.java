package io.bellhop.api.chat;

import java.util.Optional;

/** Where messages stand: a channel of a space, or a direct conversation with one user. */
public interface Channel {
    /**
     * Returns what names this channel.
     *
     * @return the id
     */
    ChannelId id();

    /**
     * Returns what people call this channel.
     *
     * @return the name without a mark in front, such as {@code lobby}; it may change
     */
    String name();

    /**
     * Returns the space that holds this channel.
     *
     * @return the space, or empty for a direct conversation
     */
    Optional<Space> space();
}
