package io.bellhop.core.telemetry.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.stream.Collectors;

/** A line for people: {@code 2026-11-21T02:41:45.123Z INFO [ref=7k3f9mzt plugin=code] Loader: loaded code}. */
final class TextEncoder extends LineEncoder {
    private static final String RESET = "\u001b[0m";

    private final boolean colours;

    TextEncoder(boolean colours) {
        this.colours = colours;
    }

    @Override
    String line(ILoggingEvent event) {
        String trace = event.getThrowableProxy() == null ? "" : StackTrace.of(event.getThrowableProxy());
        return time(event) + " " + level(event.getLevel()) + " " + shown(fields(event)) + shortName(event) + ": "
                + message(event) + "\n" + trace;
    }

    private String level(Level level) {
        String padded = level.levelStr.length() < 5 ? level.levelStr + " " : level.levelStr;
        return colours ? colour(level) + padded + RESET : padded;
    }

    private static String colour(Level level) {
        return switch (level.levelInt) {
            case Level.ERROR_INT -> "\u001b[31m";
            case Level.WARN_INT -> "\u001b[33m";
            case Level.INFO_INT -> "\u001b[32m";
            default -> "\u001b[2m";
        };
    }

    private static String shown(Map<String, String> fields) {
        return fields.isEmpty()
                ? ""
                : fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + quoted(field.getValue()))
                        .collect(Collectors.joining(" ", "[", "] "));
    }

    private static String quoted(String value) {
        boolean isPlain = !value.isEmpty() && value.chars().noneMatch(c -> " []=\"".indexOf(c) >= 0);
        return isPlain ? value : Escaped.json(value);
    }

    private static String shortName(ILoggingEvent event) {
        String name = event.getLoggerName();
        return Escaped.line(name.substring(name.lastIndexOf('.') + 1));
    }
}
