package io.bellhop.core.schedule;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people have fired at times. All of it is in memory, and kept in the core's database. Safe for any thread. */
@Singleton
public final class Schedules {
    private static final Logger log = LoggerFactory.getLogger(Schedules.class);
    private static final int MOST = 20;

    /** How long a platform that is not there is waited for before the next look. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Alarms alarms;
    private final Time time;
    private final ScheduleTable table;
    private final Errands errands;
    private final Map<Long, Active> active = new ConcurrentSkipListMap<>();
    private long newest;

    @Inject
    Schedules(Alarms alarms, Time time, ScheduleTable table, Errands errands) {
        this.alarms = alarms;
        this.time = time;
        this.table = table;
        this.errands = errands;
    }

    private record Active(Schedule schedule, Registration alarm) {}

    /** Goes on with what was set before the bot ended. */
    public synchronized void restore() {
        for (var schedule : table.all()) {
            newest = Math.max(newest, schedule.id());
            plan(schedule, schedule.next());
        }
    }

    /**
     * Lists schedules.
     *
     * @param user whose
     * @return the schedules, the oldest first
     */
    public List<Schedule> of(UserId user) {
        return all().stream().filter(schedule -> schedule.user().equals(user)).toList();
    }

    /**
     * Lists everybody's schedules.
     *
     * @return the schedules, the oldest first
     */
    public List<Schedule> all() {
        return active.values().stream().map(Active::schedule).toList();
    }

    /**
     * Ends all that someone has set.
     *
     * @param user who
     * @return how many schedules that were
     */
    public int forget(UserId user) {
        var theirs = of(user);
        theirs.forEach(this::delete);
        return theirs.size();
    }

    /** Sets a schedule; completes when it is safely kept. */
    synchronized CompletionStage<Schedule> add(
            UserId user, MessageId cause, String line, Optional<Cron> cron, Missed missed, Instant next) {
        if (of(user).size() >= MOST) {
            throw BellhopException.limit(
                    "schedule.most", "You have " + MOST + " schedules already. Delete one that you don't need.");
        }
        var now = time.clock().instant();
        var schedule = new Schedule(++newest, user, cause, line, cron, missed, now, next);
        plan(schedule, next);
        return table.keep(schedule).thenApply(done -> schedule);
    }

    Optional<Schedule> find(long id) {
        return Optional.ofNullable(active.get(id)).map(Active::schedule);
    }

    /** Ends a schedule; completes when it is forgotten. */
    synchronized CompletionStage<Integer> delete(Schedule schedule) {
        var removed = active.remove(schedule.id());
        if (removed != null) {
            removed.alarm().cancel();
        }
        return table.drop(schedule);
    }

    private void plan(Schedule schedule, Instant at) {
        active.put(schedule.id(), new Active(schedule, alarms.set(at, () -> wake(schedule))));
    }

    private void wake(Schedule schedule) {
        int times = advance(schedule);
        if (times > 0) {
            errands.run(schedule, times);
        }
    }

    /** Moves a schedule on; returns how often it is to be fired now. */
    private synchronized int advance(Schedule schedule) {
        var now = time.clock().instant();
        if (!active.containsKey(schedule.id())) {
            return 0;
        }
        if (!errands.canRun(schedule)) {
            plan(schedule, now.plus(RETRY));
            return 0;
        }
        var following = schedule.after(now);
        if (following.isPresent()) {
            plan(following.get(), following.get().next());
            noted(schedule, table.keep(following.get()));
        } else {
            active.remove(schedule.id());
            noted(schedule, table.drop(schedule));
        }
        return schedule.due(now);
    }

    private static void noted(Schedule schedule, CompletionStage<Integer> written) {
        written.exceptionally(failure -> {
            log.error("schedule {} may be fired again after a restart", schedule.id(), failure);
            return 0;
        });
    }
}
