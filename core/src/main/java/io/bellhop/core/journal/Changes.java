package io.bellhop.core.journal;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What happens to the journal with one commit, as JSON, and back: an array of arrays, without names, because each
 * command is written twice. Safe for use from any thread.
 */
final class Changes {
    private static final String BEGUN = "begun";
    private static final String REPLIED = "replied";
    private static final String DONE = "done";

    private final JsonFactory factory = new JsonFactory();

    String write(List<Change> changes) {
        var text = new StringWriter();
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            changes.forEach(change -> write(json, change));
            json.writeEndArray();
        }
        return text.toString();
    }

    List<Change> read(String written) {
        var changes = new ArrayList<Change>();
        try (var json = factory.createParser(ObjectReadContext.empty(), written)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                changes.add(read(json));
                json.nextToken();
            }
        }
        return changes;
    }

    private static void write(JsonGenerator json, Change change) {
        json.writeStartArray();
        switch (change) {
            case Change.Begun(Row row) -> {
                json.writeString(BEGUN);
                write(json, row);
            }
            case Change.Replied(long id, long at, String content, String replaces) -> {
                json.writeString(REPLIED);
                json.writeNumber(id);
                json.writeNumber(at);
                json.writeString(content);
                json.writeString(replaces);
            }
            case Change.Done(long first, long last) -> {
                json.writeString(DONE);
                json.writeNumber(first);
                json.writeNumber(last);
            }
        }
        json.writeEndArray();
    }

    private static Change read(JsonParser json) {
        var what = string(json);
        return switch (what) {
            case BEGUN -> new Change.Begun(row(json));
            case REPLIED -> new Change.Replied(number(json), number(json), string(json), json.nextStringValue());
            case DONE -> new Change.Done(number(json), number(json));
            default -> throw new IllegalStateException("the journal's log knows no " + what);
        };
    }

    private static void write(JsonGenerator json, Row row) {
        var asked = row.asked();
        json.writeNumber(row.id());
        json.writeString(asked.ref());
        json.writeString(asked.user().connector());
        json.writeString(asked.user().id());
        json.writeString(asked.message().channel().id());
        json.writeString(asked.message().id());
        json.writeNumber(asked.whispers() ? 1 : 0);
        json.writeString(asked.plugin());
        json.writeString(asked.command());
        json.writeString(asked.line());
        json.writeNumber(asked.files());
        json.writeNumber(asked.time().toEpochMilli());
        json.writeNumber(row.number());
        json.writeNumber(millis(row.repliedAt()));
        json.writeString(row.content());
        json.writeString(row.replaces());
    }

    private static Row row(JsonParser json) {
        long id = number(json);
        var ref = string(json);
        var user = new UserId(string(json), string(json));
        var message = new MessageId(new ChannelId(user.connector(), string(json)), string(json));
        var asked = new Asked(
                ref,
                user,
                message,
                number(json) != 0,
                string(json),
                string(json),
                string(json),
                Math.toIntExact(number(json)),
                Instant.ofEpochMilli(number(json)));
        int number = Math.toIntExact(number(json));
        var repliedAt = Instant.ofEpochMilli(number(json));
        var content = json.nextStringValue();
        return new Row(id, asked, number, content == null ? null : repliedAt, content, json.nextStringValue());
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? 0 : time.toEpochMilli();
    }

    private static long number(JsonParser json) {
        json.nextToken();
        return json.getLongValue();
    }

    private static String string(JsonParser json) {
        json.nextToken();
        return json.getString();
    }
}
