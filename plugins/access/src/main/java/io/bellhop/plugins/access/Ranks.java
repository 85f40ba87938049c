package io.bellhop.plugins.access;

import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Gives and takes ranks: on the disk, and then in the bot's memory, one after the other. */
@Singleton
final class Ranks {
    private final Jdbi jdbi;
    private final RankTable table;
    private final AccessRules rules;
    private final IgnoreList ignored;
    private final Guard guard;
    private final Clock clock;

    @Inject
    Ranks(Jdbi jdbi, RankTable table, AccessRules rules, IgnoreList ignored, Guard guard, Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.rules = rules;
        this.ignored = ignored;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Gives a rank, or ignores, if the one who asks may at this moment. What gives more counts only once it is safely
     * kept; what takes everything is kept by the bot itself, before that.
     */
    synchronized void give(Invocation asking, User user, Scope scope, int rank) {
        jdbi.useTransaction(handle -> {
            allow(asking, user, scope);
            guard.mayGrant(asking, rank, Rank.IGNORED);
            int byRank = guard.rank(asking);
            table.put(new RankTable.Row(user.id(), scope.space(), rank, user.name(), byRank, clock.instant()));
            if (rank == Rank.IGNORED) {
                ignored.ignore(user.id(), scope.space(), byRank);
            }
        });
        if (rank == Rank.IGNORED) {
            rules.remove(new UserRank(user.id(), scope.space(), Rank.EVERYONE));
        } else {
            ignored.heed(user.id(), scope.space());
            rules.put(new UserRank(user.id(), scope.space(), rank));
        }
    }

    /** Takes a rank away; tells whether there was one. */
    synchronized boolean clear(Invocation asking, User user, Scope scope) {
        boolean wasKnown = jdbi.inTransaction(handle -> {
            allow(asking, user, scope);
            boolean had = table.find(user.id(), scope.space()).isPresent() || ignored.ignores(user.id(), scope.space());
            table.remove(user.id(), scope.space());
            return had;
        });
        rules.remove(new UserRank(user.id(), scope.space(), Rank.EVERYONE));
        ignored.heed(user.id(), scope.space());
        return wasKnown;
    }

    /** Forgets someone's ranks, and what they were called; whoever is ignored stays so. */
    synchronized List<RankTable.Row> forget(UserId user) {
        var rows = jdbi.inTransaction(handle -> {
            var all = table.of(user);
            all.forEach(row -> table.remove(user, row.space()));
            return all;
        });
        rows.forEach(row -> rules.remove(new UserRank(user, row.space(), Rank.EVERYONE)));
        return rows;
    }

    private void allow(Invocation asking, User user, Scope scope) {
        guard.mayReach(asking, scope);
        guard.mayTouch(asking, user, scope);
        mayUndo(user, scope, guard.rank(asking));
    }

    /** Also of someone who was forgotten: that is no way around whoever ignored them. */
    private void mayUndo(User user, Scope scope, int rank) {
        int byRank = ignored.ignoredBy(user.id(), scope.space()).orElse(Rank.EVERYONE);
        if (byRank > rank) {
            throw BellhopException.user(
                    "access.above",
                    user.name() + " is ignored by someone above you (rank " + byRank + "), who alone can change that.");
        }
    }
}
