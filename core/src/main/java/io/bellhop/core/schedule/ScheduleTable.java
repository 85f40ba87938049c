package io.bellhop.core.schedule;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Missed;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The schedules in the core's database. */
@Singleton
final class ScheduleTable {
    private final CoreDatabase core;
    private final Ledger ledger;

    @Inject
    ScheduleTable(CoreDatabase core, Ledger ledger) {
        this.core = core;
        this.ledger = ledger;
    }

    List<Schedule> all() {
        return core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM schedule")
                        .map((row, context) -> schedule(row))
                        .list());
    }

    /** Keeps a schedule as it is now; completes when it is safe. */
    CompletionStage<Integer> keep(Schedule schedule) {
        return ledger.write(writer -> {
            var insert = writer.prepare("INSERT OR REPLACE INTO schedule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            insert.setLong(1, schedule.id());
            insert.setString(2, schedule.user().connector());
            insert.setString(3, schedule.user().id());
            insert.setString(4, schedule.cause().channel().id());
            insert.setString(5, schedule.cause().id());
            insert.setString(6, schedule.line());
            insert.setString(7, schedule.cron().map(Cron::expression).orElse(null));
            insert.setString(
                    8, schedule.cron().map(Cron::zone).orElse(ZoneOffset.UTC).getId());
            insert.setString(9, schedule.missed().name());
            insert.setLong(10, schedule.last().toEpochMilli());
            insert.setLong(11, schedule.next().toEpochMilli());
            return insert.executeUpdate();
        });
    }

    CompletionStage<Integer> drop(Schedule schedule) {
        return ledger.write(writer -> {
            var delete = writer.prepare("DELETE FROM schedule WHERE id = ?");
            delete.setLong(1, schedule.id());
            return delete.executeUpdate();
        });
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        var connector = row.getString("connector");
        var expression = Optional.ofNullable(row.getString("cron"));
        var zone = ZoneId.of(row.getString("zone"));
        return new Schedule(
                row.getLong("id"),
                new UserId(connector, row.getString("user_id")),
                new MessageId(new ChannelId(connector, row.getString("channel_id")), row.getString("message_id")),
                row.getString("line"),
                expression.map(times -> Cron.of(times, zone)),
                Missed.valueOf(row.getString("missed")),
                Instant.ofEpochMilli(row.getLong("last")),
                Instant.ofEpochMilli(row.getLong("next")));
    }
}
