package io.bellhop.core.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** Times by the calendar: a Unix cron expression of five fields, in a time zone. Immutable. */
public final class Cron {
    private static final CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final String expression;
    private final ZoneId zone;
    private final ExecutionTime times;

    private Cron(String expression, ZoneId zone, ExecutionTime times) {
        this.expression = expression;
        this.zone = zone;
        this.times = times;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException if it is none; the message goes on from the expression itself
     */
    static Cron of(String expression, ZoneId zone) {
        try {
            return new Cron(expression, zone, ExecutionTime.forCron(parser.parse(fields(expression))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "is no cron expression: write minute, hour, day of month, month and day of week, such as"
                            + " \"0 9 * * MON\", or one of @hourly, @daily, @weekly, @monthly, @yearly"
                            + detail(e),
                    e);
        }
    }

    /** Of what the library says only the part about a value helps; the rest talks of its own insides. */
    private static String detail(IllegalArgumentException e) {
        var said = String.valueOf(e.getMessage());
        int value = said.indexOf("Value ");
        return value < 0 ? "" : " (value " + said.substring(value + "Value ".length()) + ")";
    }

    String expression() {
        return expression;
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * Returns the next time. The library leaves out what falls into the hour that a change of clocks leaves out; here
     * it comes an hour later by the clock, so that what is to happen daily does.
     *
     * @return the time, or empty if there is none, as for the 30th of February
     */
    Optional<Instant> next(Instant after) {
        var start = after.atZone(zone);
        var next = times.nextExecution(start).map(ZonedDateTime::toInstant);
        var byTheWall = times.nextExecution(start.toLocalDateTime().atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime);
        return byTheWall
                .filter(local -> zone.getRules().getValidOffsets(local).isEmpty())
                .map(local -> local.atZone(zone).toInstant())
                .filter(made -> next.isEmpty() || made.isBefore(next.get()))
                .or(() -> next);
    }

    private static String fields(String expression) {
        return switch (expression.strip().toLowerCase(Locale.ROOT)) {
            case "@hourly" -> "0 * * * *";
            case "@daily", "@midnight" -> "0 0 * * *";
            case "@weekly" -> "0 0 * * 0";
            case "@monthly" -> "0 0 1 * *";
            case "@yearly", "@annually" -> "0 0 1 1 *";
            default -> expression.strip();
        };
    }
}
