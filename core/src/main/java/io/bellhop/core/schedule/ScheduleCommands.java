package io.bellhop.core.schedule;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Question;
import io.bellhop.api.command.Rest;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.Missed;
import io.bellhop.core.command.admission.Firing;
import io.bellhop.core.command.parse.MessageParts;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How people have their commands fired later, as themselves. */
public final class ScheduleCommands {
    private static final int FIELDS = 5;
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Schedules schedules;
    private final Commands commands;
    private final Firing firing;
    private final Time time;

    @Inject
    ScheduleCommands(Schedules schedules, Commands commands, Firing firing, Time time) {
        this.schedules = schedules;
        this.commands = commands;
        this.firing = firing;
        this.time = time;
    }

    @Command(
            name = "schedule",
            help = "Runs a command of yours again and again, at times by the calendar.",
            rank = Rank.TRUSTED)
    @Example("schedule -zone Europe/Berlin \"0 9 * * MON\" ping")
    CompletionStage<?> schedule(
            @Flag(help = "the time zone; the bot's own if not given") Optional<String> zone,
            @Flag(help = "what becomes of times that passed while the bot was away", orElse = "once") Missed missed,
            @Arg(help = "minute, hour, day of month, month and day of week, such as \"0 9 * * MON\"") String when,
            @Rest(help = "the command") String command,
            List<CodeBlock> code,
            Invocation asked) {
        var order = Order.of(when, command);
        var cron = cron(order.times(), zone(zone));
        var next = cron.next(time.clock().instant())
                .orElseThrow(() -> BellhopException.user("schedule.never", order.times() + " never comes."));
        return command.isBlank()
                ? which(asked)
                : add(asked, new MessageParts(order.command(), code), Optional.of(cron), missed, next);
    }

    @Command(name = "schedule in", help = "Runs a command of yours once, after some time.")
    @Example("schedule in 10m ping tea")
    CompletionStage<?> in(
            @Arg(help = "such as 10m or 1d12h") Duration delay,
            @Rest(help = "the command") String command,
            List<CodeBlock> code,
            Invocation asked) {
        if (!delay.isPositive() || delay.compareTo(FARTHEST) > 0) {
            throw BellhopException.user("schedule.time", "Give a time between 1s and " + FARTHEST.toDays() + "d.");
        }
        var at = time.clock().instant().plus(delay);
        return command.isBlank()
                ? which(asked)
                : add(asked, new MessageParts(command, code), Optional.empty(), Missed.ONCE, at);
    }

    @Command(name = "schedule at", help = "Runs a command of yours once, at a time of day or on a day.")
    @Example("schedule at 18:00 ping tea")
    @Example("schedule at -zone Europe/Berlin 8:30 ping tea")
    CompletionStage<?> at(
            @Flag(help = "the time zone; the bot's own if not given") Optional<String> zone,
            @Arg(help = "such as 18:00, which comes next, or 2026-12-24T18:00") String when,
            @Rest(help = "the command") String command,
            List<CodeBlock> code,
            Invocation asked) {
        var now = time.clock().instant();
        var at = WrittenTime.after(now, when, zone(zone));
        if (at.isAfter(now.plus(FARTHEST))) {
            throw BellhopException.user("schedule.time", "That is farther away than " + FARTHEST.toDays() + "d.");
        }
        return command.isBlank()
                ? which(asked)
                : add(asked, new MessageParts(command, code), Optional.empty(), Missed.ONCE, at);
    }

    @Command(name = "schedule list", help = "Lists what you have scheduled.", repeatable = true)
    Text list(@Flag(help = "everybody's, for owners") boolean all, Invocation asked) {
        if (all && asked.rank() < Rank.OWNER) {
            throw BellhopException.user("access.rank", "Only the bot's owners see everybody's schedules.");
        }
        var found = all ? schedules.all() : schedules.of(asked.user().id());
        var text = Text.of(found.isEmpty() ? "Nothing is scheduled." : "");
        for (int i = 0; i < found.size(); i++) {
            text = (i == 0 ? text : text.line()).add(line(found.get(i), all, asked));
        }
        return text;
    }

    @Command(name = "schedule delete", aliases = "schedule cancel", help = "Ends something that you have scheduled.")
    CompletionStage<Text> delete(@Arg(help = "its number") long id, Invocation asked) {
        var schedule = schedules
                .find(id)
                .filter(found -> asked.rank() >= Rank.OWNER
                        || found.user().equals(asked.user().id()))
                .orElseThrow(() -> BellhopException.user(
                        "schedule.unknown",
                        "You have no schedule " + id + ". The command schedule list shows those that you have."));
        return schedules.delete(schedule).thenApply(done -> Text.of("Schedule " + id + " is gone."));
    }

    /**
     * When, and what. The fields of the times may stand without quotes.
     *
     * @param times the cron expression
     * @param command the command line
     */
    private record Order(String times, String command) {
        static Order of(String when, String rest) {
            if (when.indexOf(' ') >= 0 || when.startsWith("@")) {
                return new Order(when, rest);
            }
            var words = rest.strip().split("\\s+", FIELDS);
            int fields = Math.min(FIELDS - 1, words.length);
            var times = when + " " + String.join(" ", Arrays.copyOf(words, fields));
            return new Order(times.strip(), words.length == FIELDS ? words[FIELDS - 1] : "");
        }
    }

    /** What is asked where the line ends before its command; the answer then ends it. */
    private CompletionStage<Question> which(Invocation asked) {
        var prefix = commands.prefix(asked.channel());
        return CompletableFuture.completedStage(
                Question.of("Which command shall run then? Say it without " + prefix + ", such as: ping tea"));
    }

    private CompletionStage<Text> add(
            Invocation asked, MessageParts command, Optional<Cron> cron, Missed missed, Instant next) {
        var prefix = commands.prefix(asked.channel());
        var line = checked(asked, withoutPrefix(command.text(), prefix));
        return schedules
                .add(asked.user().id(), asked.message().id(), line, cron, missed, next)
                .thenApply(schedule -> Text.of("Schedule " + schedule.id() + " runs ")
                        .code(prefix + shown(line))
                        .add(cron.isPresent() ? " as you, next at " : " as you at ")
                        .time(next)
                        .add("."));
    }

    /** A line that calls nothing is a slip; one that its user may not run would be refused when nobody looks. */
    private String checked(Invocation asked, String line) {
        var command = firing.called(asked.user().id(), line).orElseThrow(() -> {
            var word = line.split("\\s+", 2)[0];
            return BellhopException.user(
                    "schedule.command",
                    word.isEmpty()
                            ? "Say which command to run, such as: schedule in 10m ping tea."
                            : "There is no command \"" + word + "\" to run.");
        });
        Restraint.on(command).ifPresent(why -> {
            throw why;
        });
        if (commands.allowed(asked.user(), asked.channel()).stream()
                .noneMatch(allowed -> allowed.name().equals(command.name()))) {
            throw BellhopException.user(
                    "access.rank", "You may not run " + command.name() + " here, so you can't schedule it.");
        }
        return line;
    }

    private static String withoutPrefix(String line, String prefix) {
        return (line.startsWith(prefix) ? line.substring(prefix.length()) : line).strip();
    }

    private static String shown(String line) {
        int end = line.indexOf('\n');
        return end < 0 ? line : line.substring(0, end) + " …";
    }

    private Text line(Schedule schedule, boolean all, Invocation asked) {
        var text = Text.of(schedule.id() + ": ")
                .code(commands.prefix(asked.channel()) + shown(schedule.line()))
                .add(schedule.cron()
                        .map(cron -> ", " + cron.expression() + " in " + cron.zone())
                        .orElse(""))
                .add(", next at ")
                .time(schedule.next());
        return all
                ? text.add(", for " + schedule.user().connector() + ":"
                        + schedule.user().id())
                : text;
    }

    private static Cron cron(String expression, ZoneId zone) {
        try {
            return Cron.of(expression, zone);
        } catch (IllegalArgumentException e) {
            throw BellhopException.user("schedule.cron", "\"" + expression + "\" " + e.getMessage() + ".");
        }
    }

    private static ZoneId zone(Optional<String> name) {
        try {
            return name.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw BellhopException.user(
                    "schedule.zone",
                    "There is no time zone " + name.orElseThrow() + ". Write one such as Europe/Berlin.");
        }
    }
}
