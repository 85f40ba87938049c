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

    /**
     * Returns how many lines of a long list an answer should have here: as many as there are where it scrolls by, fewer
     * than usual where each line is a message.
     *
     * @param usual how many do no harm where people talk, at least 1
     * @return the number, at least 1
     */
    default int lines(int usual) {
        return usual;
    }
}
