package io.bellhop.core.access;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.CommandDescription;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Says who may do what. Owners come from the configuration; without anybody who knows better, all others have rank 0.
 */
@Singleton
public final class AccessPolicy {
    private final Set<UserId> owners;

    /**
     * Makes the policy.
     *
     * @param owners who runs the bot
     */
    @Inject
    public AccessPolicy(@Owners Set<UserId> owners) {
        this.owners = owners;
    }

    /**
     * Returns someone's rank somewhere.
     *
     * @param user who
     * @param channel where
     * @return the rank
     */
    public int rank(UserId user, Channel channel) {
        return owners.contains(user) ? Rank.OWNER : Rank.EVERYONE;
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
