package io.bellhop.api.access;

import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The users whom the bot ignores: {@link Rank#IGNORED}. It is the bot's own, so it holds whatever plugins run. It keeps
 * pseudonyms instead of ids, so that it also holds for someone of whom all else was deleted. Owners can't be ignored.
 *
 * <p>Injected; safe for use from any thread.
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
     * Ignores someone from now on.
     *
     * @param user who
     * @param space where, or empty for everywhere
     * @return completes when it would survive a crash
     * @throws io.bellhop.api.error.BellhopException if they are an owner, with the code {@code access.owner}
     */
    CompletionStage<Void> ignore(UserId user, Optional<SpaceId> space);

    /**
     * Ignores someone no longer.
     *
     * @param user who
     * @param space where they were ignored, or empty for everywhere, which leaves single spaces as they are
     * @return completes when it would survive a crash
     */
    CompletionStage<Void> heed(UserId user, Optional<SpaceId> space);
}
