package io.bellhop.core.schedule;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import io.bellhop.core.people.Belongings;
import io.bellhop.core.schedule.Errands.Found;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntConsumer;

/** What people have fired at times. All of it is in memory, and kept in the core's database. Safe for any thread. */
@Singleton
public final class Schedules implements Belongings {
    private static final int MOST = 20;

    /** How long a platform that could not tell place and maker is left before it is asked again. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** How long an answer is waited for before it is asked again. */
    private static final Duration LOOK_UP = Duration.ofSeconds(30);

    /** How long a platform that is there, but does not know place or maker, may have to come up completely. */
    private static final Duration COMING_UP = Duration.ofMinutes(10);

    private final Alarms alarms;
    private final Time time;
    private final ScheduleTable table;
    private final Errands errands;
    private final Regrets regrets;
    private final Map<Long, Active> active = new ConcurrentSkipListMap<>();
    private long newest;

    @Inject
    Schedules(Alarms alarms, Time time, ScheduleTable table, Errands errands, Regrets regrets) {
        this.alarms = alarms;
        this.time = time;
        this.table = table;
        this.errands = errands;
        this.regrets = regrets;
        alarms.onSetBack(this::heal);
    }

    /** A schedule, and what will go on with it. */
    private record Active(Schedule schedule, Registration alarm) {}

    /** Goes on with what was set before the bot ended. */
    public synchronized void restore() {
        var now = time.clock().instant();
        for (var schedule : table.all()) {
            newest = Math.max(newest, schedule.id());
            plan(schedule.healed(now));
        }
    }

    private synchronized void heal() {
        var now = time.clock().instant();
        for (var one : List.copyOf(active.values())) {
            var healed = one.schedule().healed(now);
            if (!healed.equals(one.schedule())) {
                one.alarm().cancel();
                plan(healed);
                table.keep(healed);
            }
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
        plan(schedule);
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

    private void plan(Schedule schedule) {
        at(schedule, schedule.next(), () -> {
            look(schedule, time.nanos());
            return Noted.NOTHING;
        });
    }

    private Active at(Schedule schedule, Instant moment, Alarms.Wake wake) {
        return put(schedule, alarms.set(moment, wake));
    }

    private Active put(Schedule schedule, Registration goesOn) {
        var now = new Active(schedule, goesOn);
        active.put(schedule.id(), now);
        return now;
    }

    /** Looks place and maker up: it counts as fired, and moves on, only when they are known. */
    private void look(Schedule schedule, long sinceNanos) {
        waiting(schedule, sinceNanos)
                .ifPresent(waiting -> errands.find(schedule).thenAccept(found -> found(waiting, sinceNanos, found)));
    }

    private synchronized Optional<Active> waiting(Schedule schedule, long sinceNanos) {
        return active.containsKey(schedule.id())
                ? Optional.of(put(schedule, time.after(LOOK_UP, () -> look(schedule, sinceNanos))))
                : Optional.empty();
    }

    /** Goes on when the platform has answered, unless it was asked anew since, or the schedule was deleted. */
    private synchronized void found(Active waiting, long sinceNanos, Found found) {
        var schedule = waiting.schedule();
        if (!waiting.equals(active.get(schedule.id()))) {
            return;
        }
        waiting.alarm().cancel();
        switch (found) {
            case Found.Spot spot -> now(schedule, times -> errands.run(schedule, spot, times));
            case Found.Nowhere nowhere
            when nowhere.away() -> put(schedule, time.after(RETRY, () -> look(schedule, time.nanos())));
            case Found.Nowhere nowhere
            when time.nanos() - sinceNanos < COMING_UP.toNanos() ->
                put(schedule, time.after(RETRY, () -> look(schedule, sinceNanos)));
            case Found.Nowhere nowhere -> now(schedule, times -> regrets.tell(schedule, nowhere.why()));
        }
    }

    /** Moves a schedule on, with all others that are due at this moment, and does something once that is noted. */
    private void now(Schedule schedule, IntConsumer then) {
        at(schedule, time.clock().instant(), () -> wake(schedule, then));
    }

    private synchronized CompletionStage<Runnable> wake(Schedule schedule, IntConsumer then) {
        if (!active.containsKey(schedule.id())) {
            return Noted.NOTHING;
        }
        var now = time.clock().instant();
        int times = schedule.due(now);
        return Noted.then(moveOn(schedule, now), () -> "schedule " + schedule.id(), () -> {
            if (times > 0) {
                then.accept(times);
            }
        });
    }

    private CompletionStage<Integer> moveOn(Schedule schedule, Instant now) {
        var following = schedule.after(now);
        if (following.isEmpty()) {
            active.remove(schedule.id());
            return table.drop(schedule);
        }
        plan(following.get());
        return table.keep(following.get());
    }
}
