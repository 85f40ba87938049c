package io.bellhop.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailuresTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(FailuresTest.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    FailuresTest() {
        logged.start();
        log.addAppender(logged);
        log.setAdditive(false);
    }

    @Test
    void tellsAKnownReasonInOneLine() {
        var left = new BellhopException(ErrorKind.CONNECTOR, "irc.undeliverable", "They are not here.", null);
        Failures.tell(log, "k3tzp0", new CompletionException(left));
        assertThat(logged.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getThrowableProxy()).isNull())
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("a reply of invocation k3tzp0 was not delivered: They are not here. (irc.undeliverable)");
    }

    @Test
    void tellsAllOfABug() {
        Failures.tell(log, "k3tzp0", new CompletionException(new IllegalStateException("a bug")));
        assertThat(logged.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getThrowableProxy()).isNotNull());
    }
}
