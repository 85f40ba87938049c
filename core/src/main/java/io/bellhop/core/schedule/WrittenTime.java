package io.bellhop.core.schedule;

import io.bellhop.api.error.BellhopException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A moment as somebody writes it: a time of day, which comes next, or a date with a time. */
final class WrittenTime {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("H:mm");

    private WrittenTime() {}

    /**
     * Reads a moment. One that the clocks leave out, when they are set forward, is as much later.
     *
     * @param written such as {@code 18:00}, {@code 2026-12-24T18:00} or {@code 2026-12-24T18:00+01:00}
     * @param zone where, unless that is written
     * @param now the time
     * @return the moment, after now
     * @throws BellhopException if it is none, or has passed
     */
    static Instant after(Instant now, String written, ZoneId zone) {
        var moment = written.indexOf('T') < 0 ? next(now, written, zone) : on(written, zone);
        if (!moment.isAfter(now)) {
            throw BellhopException.user("schedule.time", written + " has passed.");
        }
        return moment;
    }

    private static Instant next(Instant now, String written, ZoneId zone) {
        LocalTime time;
        try {
            time = LocalTime.parse(written, TIME_OF_DAY);
        } catch (DateTimeException e) {
            throw wrong(written);
        }
        var today = now.atZone(zone).toLocalDate();
        var moment = today.atTime(time).atZone(zone).toInstant();
        return moment.isAfter(now)
                ? moment
                : today.plusDays(1).atTime(time).atZone(zone).toInstant();
    }

    private static Instant on(String written, ZoneId zone) {
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof LocalDateTime local
                    ? local.atZone(zone).toInstant()
                    : OffsetDateTime.from(parsed).toInstant();
        } catch (DateTimeException e) {
            throw wrong(written);
        }
    }

    private static BellhopException wrong(String written) {
        return BellhopException.user(
                "schedule.time",
                "\"" + written + "\" is no time. Write one such as 18:00, or 2026-12-24T18:00 with the date.");
    }
}
