package io.bellhop.core.schedule;

import io.bellhop.api.plugin.Missed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often something is to happen now, by what was done last and what was missed since. */
final class Arrears {
    static final int MOST = 100;

    /** What comes no later than this comes in time. */
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    /** No clock is put back further than this for a good reason; beyond, the time noted last was wrong. */
    private static final Duration FARTHEST_BACK = Duration.ofHours(25);

    private Arrears() {}

    /** Returns how many times of a calendar are due. */
    static int of(Cron cron, Missed missed, Instant last, Instant now) {
        return switch (missed) {
            case SKIP -> isDue(cron, latest(last, now.minus(IN_TIME)), now) ? 1 : 0;
            case ONCE -> isDue(cron, last, now) ? 1 : 0;
            case ALL -> count(cron, last, now);
        };
    }

    /** Tells whether a single time is due. */
    static boolean of(Instant once, Missed missed, Instant now) {
        return missed != Missed.SKIP || !once.isBefore(now.minus(IN_TIME));
    }

    /** Returns when something was done last, as far as a clock that may have been wrong can be believed. */
    static Instant believable(Instant last, Instant now) {
        return isUnbelievable(last, now) ? now : last;
    }

    /** Tells whether something can only have been done so late by a clock that was wrong. */
    static boolean isUnbelievable(Instant last, Instant now) {
        return last.isAfter(now.plus(FARTHEST_BACK));
    }

    private static int count(Cron cron, Instant last, Instant now) {
        int count = 0;
        Optional<Instant> next = cron.next(last);
        while (count < MOST && next.isPresent() && !next.get().isAfter(now)) {
            count++;
            next = cron.next(next.get());
        }
        return count;
    }

    private static boolean isDue(Cron cron, Instant last, Instant now) {
        return cron.next(last).filter(next -> !next.isAfter(now)).isPresent();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
