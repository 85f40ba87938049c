package io.bellhop.core.telemetry.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What Logback finds first: warnings and errors go to stderr until the home is known and {@link Logging} opens. In
 * code, as reading Logback's XML takes longer than all the rest of a start.
 */
public final class EarlyLogging extends ContextAwareBase implements Configurator {
    /** Called by Logback's service loader. */
    public EarlyLogging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(LogTargets.stderr(context, new TextEncoder(false), Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
