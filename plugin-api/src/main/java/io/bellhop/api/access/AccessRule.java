package io.bellhop.api.access;

import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import java.util.Optional;

/** One thing that {@link AccessRules} can say. */
public sealed interface AccessRule {
    /**
     * Someone has a rank. One in a space and one everywhere can stand side by side: the higher counts.
     *
     * @param user who
     * @param space where, or empty for everywhere
     * @param rank from 0 to 998
     */
    record UserRank(UserId user, Optional<SpaceId> space, int rank) implements AccessRule {
        /** Checks the rank. */
        public UserRank {
            check(rank, Rank.OWNER - 1);
        }
    }

    /**
     * Who has a role has a rank.
     *
     * @param space where
     * @param role the {@linkplain io.bellhop.api.chat.Role#id() id} of the role
     * @param rank from 0 to 998
     */
    record RoleRank(SpaceId space, String role, int rank) implements AccessRule {
        /** Checks the rank. */
        public RoleRank {
            check(rank, Rank.OWNER - 1);
        }
    }

    /**
     * A command needs another rank than it declares. Where one for the space and one for everywhere meet, the higher
     * counts. A command that is declared for owners stays so.
     *
     * @param command the name of the command
     * @param space where, or empty for everywhere
     * @param needs what it takes: a rank from 0 to 999, and no less than 0 approvals
     */
    record CommandRequirement(String command, Optional<SpaceId> space, Requirement needs) implements AccessRule {
        /** Checks the rank. */
        public CommandRequirement {
            check(needs.rank(), Rank.OWNER);
            check(needs.approvals(), Integer.MAX_VALUE);
        }
    }

    private static void check(int number, int most) {
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(number + " is not between 0 and " + most);
        }
    }
}
