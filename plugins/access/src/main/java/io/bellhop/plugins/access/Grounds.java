package io.bellhop.plugins.access;

import io.bellhop.api.access.Standing;
import io.bellhop.api.access.Standing.Ground;
import io.bellhop.api.chat.SpaceId;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words where ranks come from. */
final class Grounds {
    private Grounds() {}

    /** Says why the rank is what it is, and what else speaks for one. */
    static String words(Standing standing) {
        var grounds = standing.grounds();
        var others = grounds.stream()
                .skip(1)
                .filter(ground -> !(ground instanceof Ground.Everyone))
                .map(Grounds::words)
                .collect(Collectors.joining(", "));
        return words(grounds.getFirst()) + (others.isEmpty() ? "" : " (also: " + others + ")");
    }

    private static String words(Ground ground) {
        return switch (ground) {
            case Ground.Owner _ -> "an owner by the bot's configuration";
            case Ground.Ignored(var space) -> "ignored " + where(space);
            case Ground.Given(var rank, var space) -> "rank " + rank + " was given " + where(space);
            case Ground.ByRole(var rank, var role) -> "the role " + role.name() + " has rank " + rank;
            case Ground.Administrator _ -> "the platform lets them administer this space (rank " + ground.rank() + ")";
            case Ground.Everyone _ -> "nothing gives more than everyone has";
            default -> "rank " + ground.rank(); // a later version of the bot may know more
        };
    }

    private static String where(Optional<SpaceId> space) {
        return space.isEmpty() ? "everywhere" : "in this space";
    }
}
