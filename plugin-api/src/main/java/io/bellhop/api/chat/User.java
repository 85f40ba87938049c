package io.bellhop.api.chat;

import java.util.Optional;

/** Someone on a platform: a person, or another bot. */
public interface User {
    /**
     * Returns what names this user.
     *
     * @return the id
     */
    UserId id();

    /**
     * Returns what people call this user.
     *
     * @return the display name; it may change, and others may have the same
     */
    String name();

    /**
     * Tells whether this user is a program. Bots' messages never fire commands.
     *
     * @return true for a bot
     */
    boolean bot();

    /**
     * Tells whether nothing proves that whoever comes with this id is the same person each time, as it is with a nick
     * on IRC without an account. Nothing that is to last should be given to a guest without a warning.
     *
     * @return true for a guest; false if not overridden
     */
    default boolean guest() {
        return false;
    }

    /**
     * Returns what this user is in the space where they were heard. Ranks come from it in that space only.
     *
     * @return their roles there, or empty in a direct conversation and where the platform has none
     */
    default Optional<Membership> membership() {
        return Optional.empty();
    }
}
