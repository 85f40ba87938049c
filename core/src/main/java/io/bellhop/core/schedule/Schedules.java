package io.bellhop.core.schedule;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import io.bellhop.core.people.Belongings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;

/** What people have fired at times. All of it is in memory, and kept in the core's database. Safe for any thread. */
@Singleton
public final class Schedules implements Belongings {
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

    @Override
    public String name() {
        return "schedules";
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var theirs = of(user).stream().map(Schedules::told).toList();
        return theirs.isEmpty() ? Map.of() : Map.of("schedules", theirs);
    }

    @Override
    public List<String> forget(UserId user) {
        var theirs = of(user);
        theirs.stream()
                .map(this::delete)
                .toList()
                .forEach(deleted -> deleted.toCompletableFuture().join());
        return theirs.isEmpty() ? List.of() : List.of("schedules (" + theirs.size() + ")");
    }

    private static Map<String, String> told(Schedule schedule) {
        return Map.of(
                "channel", schedule.cause().channel().id(),
                "command", schedule.line(),
                "times", schedule.cron().map(Cron::expression).orElse("once"),
                "next", schedule.next().toString());
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

    /** Moves a schedule on, and fires it once that is noted. */
    private synchronized CompletionStage<Runnable> wake(Schedule schedule) {
        var now = time.clock().instant();
        if (!active.containsKey(schedule.id())) {
            return Noted.NOTHING;
        }
        if (!errands.canRun(schedule)) {
            plan(schedule, now.plus(RETRY));
            return Noted.NOTHING;
        }
        int times = schedule.due(now);
        return Noted.then(moveOn(schedule, now), () -> "schedule " + schedule.id(), () -> errands.run(schedule, times));
    }

    private CompletionStage<Integer> moveOn(Schedule schedule, Instant now) {
        var following = schedule.after(now);
        if (following.isEmpty()) {
            active.remove(schedule.id());
            return table.drop(schedule);
        }
        plan(following.get(), following.get().next());
        return table.keep(following.get());
    }
}
