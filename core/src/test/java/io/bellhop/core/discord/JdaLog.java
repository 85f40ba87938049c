package io.bellhop.core.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Hears JDA's complaints, which it makes instead of failing. */
final class JdaLog implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("net.dv8tion.jda");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    JdaLog() {
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        appender.start();
        logger.addAppender(appender);
    }

    /** Takes back what a test has looked at. */
    void forget() {
        appender.list.clear();
    }

    List<String> complaints() {
        return List.copyOf(appender.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
    }
}
