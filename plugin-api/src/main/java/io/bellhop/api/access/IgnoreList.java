package io.bellhop.api.access;

import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The users whom the bot ignores: {@link Rank#IGNORED}. It is the bot's own, so it holds whatever plugins run. It keeps
 * pseudonyms instead of ids, so that it also holds for someone of whom all else was deleted. Owners can't be ignored.
 *
 * <p>Injected; safe for use from any thread. A change holds, and would survive a crash, when its method returns; if it
 * can't be kept that throws a {@link io.bellhop.api.error.BellhopException} and changes nothing.
 */
public interface IgnoreList {
    /**
     * Tells whether someone is ignored.
     *
     * @param user who
     * @param space where, or empty for direct conversations
     * @return true if they are ignored there or everywhere
     */
    boolean ignores(UserId user, Optional<SpaceId> space);

    /**
     * Ignores someone from now on, whoever may undo that.
     *
     * @param user who
     * @param space where, or empty for everywhere
     * @throws io.bellhop.api.error.BellhopException if they are an owner, with the code {@code access.owner}
     */
    default void ignore(UserId user, Optional<SpaceId> space) {
        ignore(user, space, Rank.EVERYONE);
    }

    /**
     * Ignores someone from now on, as somebody of a rank wishes.
     *
     * @param user who
     * @param space where, or empty for everywhere
     * @param byRank that rank, for {@link #ignoredBy}
     * @throws io.bellhop.api.error.BellhopException if they are an owner, with the code {@code access.owner}
     */
    void ignore(UserId user, Optional<SpaceId> space, int byRank);

    /**
     * Returns the rank of whoever ignored someone, also when all else about them was deleted.
     *
     * @param user who
     * @param space where they are ignored, or empty for everywhere; what holds everywhere does not count for a space
     * @return the rank, or empty if nobody ignored them there
     */
    OptionalInt ignoredBy(UserId user, Optional<SpaceId> space);

    /**
     * Ignores someone no longer.
     *
     * @param user who
     * @param space where they were ignored, or empty for everywhere, which leaves single spaces as they are
     */
    void heed(UserId user, Optional<SpaceId> space);
}
