package io.bellhop.core.access;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.CommandDescription;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says who may do what. Owners come from the configuration; without anybody who knows better, all others have rank 0.
 */
@Singleton
public final class AccessPolicy {
    private static final Logger log = LoggerFactory.getLogger(AccessPolicy.class);

    private final Set<UserId> owners;
    private final RankSource ranks;

    /**
     * Makes the policy.
     *
     * @param owners who runs the bot
     * @param ranks knows the ranks of all others
     */
    @Inject
    public AccessPolicy(@Owners Set<UserId> owners, RankSource ranks) {
        this.owners = owners;
        this.ranks = ranks;
    }

    /**
     * Returns someone's rank somewhere.
     *
     * @param user who
     * @param channel where
     * @return the rank
     */
    public int rank(UserId user, Channel channel) {
        return owners.contains(user) ? Rank.OWNER : Math.min(known(user, channel), Rank.OWNER - 1);
    }

    /** A source that fails knows nobody: closed when in doubt. */
    private int known(UserId user, Channel channel) {
        try {
            return ranks.rank(user, channel);
        } catch (RuntimeException e) {
            log.error("the rank of {} can't be told, so they have none", user, e);
            return Rank.EVERYONE;
        }
    }

    /**
     * Tells whether a rank suffices for a command.
     *
     * @param rank the rank
     * @param command the command
     * @return true if it may run
     */
    public boolean allows(int rank, CommandDescription command) {
        return rank >= command.rank() && rank > Rank.IGNORED;
    }
}
