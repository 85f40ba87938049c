package io.bellhop.core.telemetry.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.bellhop.core.telemetry.InvocationFields;
import io.bellhop.core.telemetry.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** What both forms of a log line share: its time, its fields, and that everything in it is redacted and escaped. */
abstract class LineEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    private final DateTimeFormatter time =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    abstract String line(ILoggingEvent event);

    @Override
    public final byte[] encode(ILoggingEvent event) {
        return line(event).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public final byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public final byte[] footerBytes() {
        return NOTHING;
    }

    final String time(ILoggingEvent event) {
        return time.format(event.getInstant());
    }

    static String message(ILoggingEvent event) {
        return Escaped.line(Redaction.of(String.valueOf(event.getFormattedMessage())));
    }

    /** The invocation's, and what a plugin put into the MDC, which can't replace them. */
    static Map<String, String> fields(ILoggingEvent event) {
        var fields = new LinkedHashMap<String, String>();
        InvocationFields.current().ifPresent(current -> fields.putAll(current.asMap()));
        event.getMDCPropertyMap().forEach(fields::putIfAbsent);
        fields.replaceAll((_, value) -> Escaped.line(Redaction.of(String.valueOf(value))));
        return fields;
    }
}
