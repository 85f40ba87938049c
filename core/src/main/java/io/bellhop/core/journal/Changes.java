package io.bellhop.core.journal;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.JsonRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the journal with one commit, as JSON, and back. Safe for use from any thread. */
final class Changes {
    private static final String BEGUN = "begun";
    private static final String REPLIED = "replied";
    private static final String DONE = "done";

    private final JsonRows rows = new JsonRows();

    byte[] write(List<Change> changes) {
        return rows.write(changes, Changes::write);
    }

    List<Change> read(byte[] written) {
        return rows.read(written, Changes::read);
    }

    private static void write(Change change, JsonRows.Cells cells) {
        switch (change) {
            case Change.Begun(Row row) -> write(row, cells.add(BEGUN));
            case Change.Replied(long id, long at, String content, String replaces) ->
                cells.add(REPLIED).add(id).add(at).add(content).add(replaces);
            case Change.Done(long first, long last) ->
                cells.add(DONE).add(first).add(last);
        }
    }

    private static Change read(JsonRows.Reader cells) {
        var what = cells.text();
        return switch (what) {
            case BEGUN -> new Change.Begun(row(cells));
            case REPLIED -> new Change.Replied(cells.number(), cells.number(), cells.text(), cells.textOrNull());
            case DONE -> new Change.Done(cells.number(), cells.number());
            default -> throw new IllegalStateException("the journal's log knows no " + what);
        };
    }

    private static void write(Row row, JsonRows.Cells cells) {
        var asked = row.asked();
        cells.add(row.id())
                .add(asked.ref())
                .add(asked.user().connector())
                .add(asked.user().id())
                .add(asked.message().channel().id())
                .add(asked.message().id())
                .add(asked.whispers() ? 1 : 0)
                .add(asked.plugin())
                .add(asked.command())
                .add(asked.line())
                .add(asked.files())
                .add(asked.time().toEpochMilli())
                .add(row.number())
                .add(millis(row.repliedAt()))
                .add(row.content())
                .add(row.replaces());
    }

    private static Row row(JsonRows.Reader cells) {
        long id = cells.number();
        var ref = cells.text();
        var user = new UserId(cells.text(), cells.text());
        var message = new MessageId(new ChannelId(user.connector(), cells.text()), cells.text());
        var asked = new Asked(
                ref,
                user,
                message,
                cells.number() != 0,
                cells.text(),
                cells.text(),
                cells.text(),
                Math.toIntExact(cells.number()),
                Instant.ofEpochMilli(cells.number()));
        int number = Math.toIntExact(cells.number());
        var repliedAt = Instant.ofEpochMilli(cells.number());
        var content = cells.textOrNull();
        return new Row(id, asked, number, content == null ? null : repliedAt, content, cells.textOrNull());
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? 0 : time.toEpochMilli();
    }
}
