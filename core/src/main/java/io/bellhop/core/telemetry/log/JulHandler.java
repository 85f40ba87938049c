package io.bellhop.core.telemetry.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Brings what a library says through {@code java.util.logging} into the bot's own logs, where it is redacted. */
public final class JulHandler extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    /**
     * Takes over a library's loggers.
     *
     * @param library the name that theirs begin with
     * @return a logger that the caller keeps, as the JDK holds it only weakly
     */
    public static Logger takeOver(String library) {
        Logger logger = Logger.getLogger(library);
        if (logger.getUseParentHandlers()) {
            logger.setUseParentHandlers(false);
            logger.addHandler(new JulHandler());
        }
        return logger;
    }

    @Override
    public void publish(LogRecord entry) {
        var log = LoggerFactory.getLogger(String.valueOf(entry.getLoggerName()));
        String message = formatter.formatMessage(entry);
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            log.error(message, entry.getThrown());
        } else if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            log.warn(message, entry.getThrown());
        } else {
            log.debug(message, entry.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
