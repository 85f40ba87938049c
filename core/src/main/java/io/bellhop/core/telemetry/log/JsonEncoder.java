package io.bellhop.core.telemetry.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A line for machines: one JSON object. */
final class JsonEncoder extends LineEncoder {
    @Override
    String line(ILoggingEvent event) {
        var line = new LinkedHashMap<String, String>();
        line.put("time", time(event));
        line.put("level", event.getLevel().levelStr);
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", message(event));
        fields(event).forEach(line::putIfAbsent);
        if (event.getThrowableProxy() != null) {
            line.put("error", StackTrace.of(event.getThrowableProxy()));
        }
        return line.entrySet().stream().map(JsonEncoder::member).collect(Collectors.joining(",", "{", "}\n"));
    }

    private static String member(Map.Entry<String, String> member) {
        return Escaped.json(member.getKey()) + ":" + Escaped.json(member.getValue());
    }
}
