package io.bellhop.core.testkit;

import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.app.Bot;

/** Gives ranks without a plugin that does. */
record TestRanks(Bot bot) {
    void give(UserId user, Channel channel, int rank) {
        var space = channel.space().map(Space::id);
        var ignored = bot.part(IgnoreList.class);
        if (rank <= Rank.IGNORED) {
            ignored.ignore(user, space);
            return;
        }
        if (ignored.ignores(user, space)) {
            ignored.heed(user, space);
        }
        bot.part(AccessTable.class).put(new UserRank(user, space, rank));
    }
}
