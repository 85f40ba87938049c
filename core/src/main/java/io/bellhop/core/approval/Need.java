package io.bellhop.core.approval;

import java.time.Duration;

/**
 * What it takes to have something approved.
 *
 * @param count how many others must approve
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

    /** {@return this in words} */
    public String words() {
        return (count == 1 ? "an approval by someone" : count + " approvals by people") + " of rank " + rank
                + " or more";
    }
}
