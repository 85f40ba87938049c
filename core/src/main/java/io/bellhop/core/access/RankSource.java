package io.bellhop.core.access;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.UserId;

/** Knows the ranks of people who are not owners. Safe for use from any thread; quick, for every message asks. */
@FunctionalInterface
public interface RankSource {
    /**
     * Returns someone's rank somewhere.
     *
     * @param user who
     * @param channel where
     * @return the rank, below that of an owner
     */
    int rank(UserId user, Channel channel);
}
