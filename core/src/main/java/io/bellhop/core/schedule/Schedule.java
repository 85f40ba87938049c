package io.bellhop.core.schedule;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Missed;
import java.time.Instant;
import java.util.Optional;

/**
 * A command line that somebody has fired at times, as themselves.
 *
 * @param id names it
 * @param user as whom it is fired
 * @param cause the message that set it: it is answered, in its channel
 * @param line the command line without a prefix
 * @param cron when, again and again; empty if it is fired once
 * @param missed what becomes of times that passed
 * @param last when it was fired last, or set
 * @param next when it is fired next
 */
public record Schedule(
        long id,
        UserId user,
        MessageId cause,
        String line,
        Optional<Cron> cron,
        Missed missed,
        Instant last,
        Instant next) {
    /** Returns it as it would be had a clock that was wrong not taken it into a time to come. */
    Schedule healed(Instant now) {
        return Arrears.isUnbelievable(last, now) ? after(now).orElse(this) : this;
    }

    /** Returns how often it is to be fired now. */
    int due(Instant now) {
        return cron.map(times -> Arrears.of(times, missed, Arrears.believable(last, now), now))
                .orElseGet(() -> Arrears.of(next, missed, now) ? 1 : 0);
    }

    /** Returns it as it is once it was fired; empty if that was the last time. */
    Optional<Schedule> after(Instant now) {
        return cron.flatMap(times -> times.next(now))
                .map(following -> new Schedule(id, user, cause, line, cron, missed, now, following));
    }
}
