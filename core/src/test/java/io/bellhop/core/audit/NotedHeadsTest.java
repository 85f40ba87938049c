package io.bellhop.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class NotedHeadsTest {
    @TempDir
    private Path folder;

    @Test
    void saysInOneSentenceThatItsFileCanNotBeWritten() throws Exception {
        Files.createFile(folder.resolve("logs"));
        var logger = (Logger) LoggerFactory.getLogger(NotedHeads.class);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        logger.addAppender(logged);
        var room = new AuditRoom(folder);
        try {
            room.does("ann", "deploy", "now");
            room.part(NotedHeads.class).note();
        } finally {
            room.close();
            logger.detachAppender(logged);
        }
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(event -> assertThat(event.getThrowableProxy()).isNull())
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("audit.head", "may the bot write there");
    }
}
