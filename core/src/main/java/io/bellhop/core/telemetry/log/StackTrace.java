package io.bellhop.core.telemetry.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.bellhop.core.telemetry.Redaction;

/** A failure and its causes, in lines that are redacted and begin with a tab unless this class began them. */
final class StackTrace {
    private static final int MOST_FRAMES = 100;
    private static final int MOST_CAUSES = 16;

    private final StringBuilder lines = new StringBuilder();
    private int left = MOST_CAUSES;

    private StackTrace() {}

    static String of(IThrowableProxy failure) {
        var trace = new StackTrace();
        trace.append(failure, "");
        return trace.lines.toString();
    }

    private void append(IThrowableProxy failure, String label) {
        if (left-- <= 0) {
            return;
        }
        String message = failure.getMessage() == null ? "" : ": " + Escaped.line(Redaction.of(failure.getMessage()));
        lines.append(label).append(failure.getClassName()).append(message).append('\n');
        if (failure.isCyclic()) {
            return;
        }
        appendFrames(failure);
        for (IThrowableProxy suppressed : failure.getSuppressed()) {
            append(suppressed, "\tSuppressed: ");
        }
        if (failure.getCause() != null) {
            append(failure.getCause(), "Caused by: ");
        }
    }

    private void appendFrames(IThrowableProxy failure) {
        StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
        int own = frames.length - failure.getCommonFrames();
        int shown = Math.min(own, MOST_FRAMES);
        for (int i = 0; i < shown; i++) {
            lines.append('\t').append(frames[i].getSTEAsString()).append('\n');
        }
        if (shown < frames.length) {
            lines.append("\t... ").append(frames.length - shown).append(" more\n");
        }
    }
}
