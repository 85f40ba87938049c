package io.bellhop.api.access;

import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import java.util.List;
import java.util.Optional;

/**
 * Someone's rank somewhere, and where it comes from.
 *
 * @param rank the rank that counts
 * @param grounds all that speaks for a rank, that which decides first
 */
public record Standing(int rank, List<Ground> grounds) {
    /** Copies the list. */
    public Standing {
        grounds = List.copyOf(grounds);
    }

    /** What speaks for a rank. Of several the highest counts, but that an owner stays one and an ignored user so. */
    public sealed interface Ground {
        /**
         * Returns the rank that it gives.
         *
         * @return the rank
         */
        int rank();

        /** The configuration names them. */
        record Owner() implements Ground {
            @Override
            public int rank() {
                return Rank.OWNER;
            }
        }

        /**
         * They are on the ignore list.
         *
         * @param space where, or empty for everywhere
         */
        record Ignored(Optional<SpaceId> space) implements Ground {
            @Override
            public int rank() {
                return Rank.IGNORED;
            }
        }

        /**
         * Someone gave them a rank.
         *
         * @param rank the rank
         * @param space where, or empty for everywhere
         */
        record Given(int rank, Optional<SpaceId> space) implements Ground {}

        /**
         * A role has a rank.
         *
         * @param rank the rank
         * @param role the role
         */
        record ByRole(int rank, Role role) implements Ground {}

        /** The platform lets them administer the space. */
        record Administrator() implements Ground {
            @Override
            public int rank() {
                return Rank.ADMIN;
            }
        }

        /** Nothing speaks for more. */
        record Everyone() implements Ground {
            @Override
            public int rank() {
                return Rank.EVERYONE;
            }
        }
    }
}
