package io.bellhop.core.audit;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The rows of one commit as JSON, in the order of {@link AuditRow#COLUMNS}, and back. Safe for use from any thread. */
final class FreshRows {
    private final JsonFactory factory = new JsonFactory();

    String write(List<AuditRow> rows) {
        var text = new StringWriter();
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            rows.forEach(row -> write(json, row));
            json.writeEndArray();
        }
        return text.toString();
    }

    List<AuditRow> read(String written) {
        var rows = new ArrayList<AuditRow>();
        try (var json = factory.createParser(ObjectReadContext.empty(), written)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                rows.add(read(json));
                json.nextToken();
            }
        }
        return rows;
    }

    private static void write(JsonGenerator json, AuditRow row) {
        json.writeStartArray();
        json.writeNumber(row.number());
        json.writeNumber(row.at());
        json.writeString(row.ref());
        json.writeString(row.person());
        json.writeString(row.connector());
        json.writeString(row.space());
        json.writeString(row.action());
        json.writeString(row.plugin());
        json.writeString(row.version());
        json.writeString(row.outcome());
        json.writeString(row.details());
        json.writeString(row.hash());
        json.writeEndArray();
    }

    private static AuditRow read(JsonParser json) {
        return new AuditRow(
                json.nextLongValue(0),
                json.nextLongValue(0),
                json.nextStringValue(),
                json.nextStringValue(),
                json.nextStringValue(),
                json.nextStringValue(),
                json.nextStringValue(),
                json.nextStringValue(),
                json.nextStringValue(),
                json.nextStringValue(),
                json.nextStringValue(),
                json.nextStringValue());
    }
}
