package io.bellhop.api.chat;

/** What holds channels: a Discord server, an IRC network. Ranks, the prefix and settings belong to a space. */
public interface Space {
    /**
     * Returns what names this space.
     *
     * @return the id
     */
    SpaceId id();

    /**
     * Returns what people call this space.
     *
     * @return the name, as the platform has it; it may change
     */
    String name();
}
