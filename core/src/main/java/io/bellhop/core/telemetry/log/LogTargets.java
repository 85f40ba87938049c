package io.bellhop.core.telemetry.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;

/** Where log lines go: stderr, and a file that is kept to ten of 10 MB. */
final class LogTargets {
    private static final int OLD_FILES = 9;
    private static final long FILE_SIZE = 10 * FileSize.MB_COEFFICIENT;
    /** How often the size is looked at. */
    private static final long CHECKED_MS = 200;

    private LogTargets() {}

    static Appender<ILoggingEvent> stderr(LoggerContext context, LineEncoder encoder, Level least) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.addFilter(atLeast(least));
        appender.setEncoder(started(context, encoder));
        appender.start();
        return appender;
    }

    private static ThresholdFilter atLeast(Level least) {
        var filter = new ThresholdFilter();
        filter.setLevel(least.levelStr);
        filter.start();
        return filter;
    }

    static Appender<ILoggingEvent> file(LoggerContext context, LineEncoder encoder, Path logs) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(logs.resolve("bellhop.log").toString());
        appender.setEncoder(started(context, encoder));
        appender.setTriggeringPolicy(whenLarge(context));
        appender.setRollingPolicy(window(context, appender, logs));
        appender.start();
        return appender;
    }

    private static LineEncoder started(LoggerContext context, LineEncoder encoder) {
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> whenLarge(LoggerContext context) {
        var policy = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setMaxFileSize(new FileSize(FILE_SIZE));
        policy.setCheckIncrement(Duration.buildByMilliseconds(CHECKED_MS));
        policy.start();
        return policy;
    }

    private static FixedWindowRollingPolicy window(
            LoggerContext context, RollingFileAppender<ILoggingEvent> appender, Path logs) {
        var policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(logs.resolve("bellhop.%i.log").toString());
        policy.setMinIndex(1);
        policy.setMaxIndex(OLD_FILES);
        policy.start();
        return policy;
    }
}
