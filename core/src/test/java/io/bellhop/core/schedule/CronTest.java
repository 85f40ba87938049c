package io.bellhop.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CronTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void countsDaysByTheCalendarOfItsZone() {
        assertThat(next("0 9 * * MON", "2026-03-27T12:00", 2))
                .containsExactly("2026-03-30T09:00+02:00", "2026-04-06T09:00+02:00");
        assertThat(next("@weekly", "2026-01-01T12:00", 1)).containsExactly("2026-01-04T00:00+01:00");
        assertThat(next("0 0 29 2 *", "2026-01-01T12:00", 1)).containsExactly("2028-02-29T00:00+01:00");
    }

    @Test
    void makesUpForAnHourThatTheClocksLeaveOut() {
        assertThat(next("30 2 * * *", "2026-03-28T12:00", 2))
                .containsExactly("2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00");
        assertThat(next("*/30 * * * *", "2026-03-29T01:00", 3))
                .containsExactly("2026-03-29T01:30+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:30+02:00");
    }

    @Test
    void comesOnceADayAndTwiceAnHourWhenAnHourComesTwice() {
        assertThat(next("30 2 * * *", "2026-10-24T12:00", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
        assertThat(next("*/30 * * * *", "2026-10-25T02:00", 4))
                .containsExactly(
                        "2026-10-25T02:30+02:00",
                        "2026-10-25T02:00+01:00",
                        "2026-10-25T02:30+01:00",
                        "2026-10-25T03:00+01:00");
    }

    @Test
    void neverComesOnTheThirtiethOfFebruary() {
        assertThat(Cron.of("0 0 30 2 *", BERLIN).next(Instant.EPOCH)).isEmpty();
    }

    @Test
    void saysWhatIsNone() {
        for (var wrong : List.of("", "* * * *", "61 * * * *", "0 9 * * FOO", "@never", "0 0 9 * * MON", "\0")) {
            assertThatThrownBy(() -> Cron.of(wrong, BERLIN))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("is no cron expression: write minute, hour")
                    .hasMessageNotContainingAny("Nicknames", "Failed to parse", "expect");
        }
        assertThatThrownBy(() -> Cron.of("61 * * * *", BERLIN))
                .hasMessageEndingWith(
                        "or one of @hourly, @daily, @weekly, @monthly, @yearly (value 61 not in range [0, 59])");
    }

    private static List<String> next(String expression, String from, int count) {
        var cron = Cron.of(expression, BERLIN);
        var found = new ArrayList<String>();
        var at = LocalDateTime.parse(from).atZone(BERLIN).toInstant();
        for (int i = 0; i < count; i++) {
            at = cron.next(at).orElseThrow();
            found.add(at.atZone(BERLIN).toOffsetDateTime().toString());
        }
        return found;
    }
}
