package io.bellhop.plugins.access;

import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Gives and takes ranks: on the disk, and in the bot's memory. */
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

    /** Gives a rank, or ignores, if the one who asks may at this moment. */
    void give(Invocation asking, User user, Scope scope, int rank) {
        jdbi.useTransaction(handle -> {
            allow(asking, user, scope);
            guard.mayGrant(asking, rank, Rank.IGNORED);
            int byRank = guard.rank(asking);
            table.put(new RankTable.Row(user.id(), scope.space(), rank, user.name(), byRank, clock.instant()));
            if (rank == Rank.IGNORED) {
                rules.remove(new UserRank(user.id(), scope.space(), Rank.EVERYONE));
                ignored.ignore(user.id(), scope.space());
            } else {
                ignored.heed(user.id(), scope.space());
                rules.put(new UserRank(user.id(), scope.space(), rank));
            }
        });
    }

    /** Takes a rank away; tells whether there was one. */
    boolean clear(Invocation asking, User user, Scope scope) {
        return jdbi.inTransaction(handle -> {
            allow(asking, user, scope);
            boolean wasKnown =
                    table.find(user.id(), scope.space()).isPresent() || ignored.ignores(user.id(), scope.space());
            table.remove(user.id(), scope.space());
            rules.remove(new UserRank(user.id(), scope.space(), Rank.EVERYONE));
            ignored.heed(user.id(), scope.space());
            return wasKnown;
        });
    }

    private void allow(Invocation asking, User user, Scope scope) {
        guard.mayReach(asking, scope);
        guard.mayTouch(asking, user, scope);
        mayUndo(user, scope, guard.rank(asking));
    }

    private void mayUndo(User user, Scope scope, int byRank) {
        table.find(user.id(), scope.space())
                .filter(row -> row.rank() == Rank.IGNORED && row.byRank() > byRank)
                .ifPresent(row -> {
                    throw BellhopException.user(
                            "access.above",
                            user.name() + " is ignored by someone above you (rank " + row.byRank()
                                    + "), who alone can change that.");
                });
    }
}
