package io.bellhop.api.access;

import java.time.Duration;

/**
 * The approvals that it takes before something runs.
 *
 * @param count how many others must approve, 0 if none
 * @param rank the least rank of those who count
 * @param within how long that is waited for
 */
public record Need(int count, int rank, Duration within) {
    /** How long approvals are waited for if nothing else is said. */
    public static final Duration WITHIN = Duration.ofHours(24);

    /** No approvals. */
    public static final Need NONE = new Need(0, 0, WITHIN);

    /** Checks the bounds. */
    public Need {
        if (count < 0 || !within.isPositive()) {
            throw new IllegalArgumentException("approvals are at least one, within more than no time");
        }
    }

    /**
     * Returns what suffices for both.
     *
     * @param other what else is needed
     * @return the higher of each
     */
    public Need and(Need other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        var shorter = within.compareTo(other.within) <= 0 ? within : other.within;
        return new Need(Math.max(count, other.count), Math.max(rank, other.rank), shorter);
    }

    /**
     * Says this in words.
     *
     * @return such as {@code 2 approvals by admins (900)}; whoever has a higher rank counts as well
     */
    public String words() {
        return count == 1 ? "an approval by " + someone() : count + " approvals by " + people();
    }

    /**
     * Says who counts.
     *
     * @return such as {@code admins (900)}
     */
    public String people() {
        return switch (rank) {
            case Rank.EVERYONE -> "anyone else";
            case Rank.TRUSTED -> "trusted people (100)";
            case Rank.MODERATOR -> "moderators (500)";
            case Rank.ADMIN -> "admins (900)";
            case Rank.OWNER -> "owners (999)";
            default -> "people of rank " + rank + " or more";
        };
    }

    private String someone() {
        return switch (rank) {
            case Rank.EVERYONE -> "anyone else";
            case Rank.TRUSTED -> "someone trusted (100)";
            case Rank.MODERATOR -> "a moderator (500)";
            case Rank.ADMIN -> "an admin (900)";
            case Rank.OWNER -> "an owner (999)";
            default -> "someone of rank " + rank + " or more";
        };
    }
}
