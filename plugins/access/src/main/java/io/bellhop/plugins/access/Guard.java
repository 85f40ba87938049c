package io.bellhop.plugins.access;

import io.bellhop.api.access.Access;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Standing;
import io.bellhop.api.access.Standing.Ground;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;

/** The law for those who change ranks. */
final class Guard {
    private final Access access;

    @Inject
    Guard(Access access) {
        this.access = access;
    }

    /** Returns the rank of whoever asks, as it is now. */
    int rank(Invocation asking) {
        return access.rank(asking.user(), asking.channel());
    }

    /** What holds everywhere touches the bot itself. */
    void mayReach(Invocation asking, Scope scope) {
        if (scope.isEverywhere() && rank(asking) < Rank.OWNER) {
            throw refusal("access.everywhere", "What holds everywhere touches the bot itself: only its owners may.");
        }
    }

    /** Nobody touches whom they don't outrank, ignored or not. */
    void mayTouch(Invocation asking, User user, Scope scope) {
        var standing = access.standing(user, asking.channel());
        if (isOwner(standing)) {
            throw refusal("access.owner", user.name() + " owns the bot. Only its configuration changes that.");
        }
        int weight = weight(standing);
        int own = rank(asking);
        if (weight >= own) {
            throw refusal(
                    "access.above",
                    isSame(asking, user)
                            ? "Nobody changes their own rank. Ask someone above you."
                            : user.name() + " has rank " + weight + " here and you have " + own
                                    + ": you can only change people below you.");
        }
        var connector = user.id().connector();
        if (scope.space().filter(space -> !space.connector().equals(connector)).isPresent()) {
            throw refusal(
                    "access.other-platform",
                    user.name() + " is on " + connector + ", not here. Ask in a space there; an owner can also add"
                            + " -everywhere.");
        }
    }

    /** Nobody grants what they don't have themselves, nor as much. */
    void mayGrant(Invocation asking, int rank, int least) {
        inRange(rank, least);
        int own = rank(asking);
        if (rank >= own) {
            throw refusal("access.own-rank", "Your rank is " + own + ": you can only give ranks below it.");
        }
    }

    void inRange(int rank, int least) {
        if (rank < least || rank >= Rank.OWNER) {
            throw refusal(
                    "access.range",
                    "A rank is a whole number from " + least + " to " + (Rank.OWNER - 1)
                            + ". Owners are named by the bot's configuration.");
        }
    }

    /** What gives a rank is changed by those above that rank. */
    void mayChange(Invocation asking, String what, int rank) {
        int own = rank(asking);
        if (rank >= own) {
            throw refusal(
                    "access.above",
                    what + " rank " + rank + " and you have " + own + ": only someone above can change that.");
        }
    }

    /** What someone may not run themselves they can't open to others, and what is for owners stays so. */
    void mayRequire(Invocation asking, CommandDescription command, int rank) {
        if (command.rank() >= Rank.OWNER) {
            throw refusal("access.owners-only", command.name() + " touches the bot itself: it always needs an owner.");
        }
        if (rank < Rank.EVERYONE || rank > Rank.OWNER) {
            throw refusal("access.range", "A required rank is a whole number from 0 to " + Rank.OWNER + ".");
        }
        int own = rank(asking);
        int needed = Math.max(
                command.rank(), access.requirement(command, asking.channel()).rank());
        if (needed > own) {
            throw refusal(
                    "access.above",
                    command.name() + " needs rank " + needed + " and you have " + own
                            + ": you can only change commands that you may run.");
        }
        if (rank > own) {
            throw refusal("access.own-rank", "Your rank is " + own + ": you can't require more than that.");
        }
    }

    static boolean isOwner(Standing standing) {
        return standing.grounds().stream().anyMatch(Ground.Owner.class::isInstance);
    }

    /** The rank that someone has, or would have if they weren't ignored. */
    static int weight(Standing standing) {
        return standing.grounds().stream().mapToInt(Ground::rank).max().orElse(Rank.EVERYONE);
    }

    private static boolean isSame(Invocation asking, User user) {
        return asking.user().id().equals(user.id());
    }

    private static BellhopException refusal(String code, String message) {
        return BellhopException.user(code, message);
    }
}
