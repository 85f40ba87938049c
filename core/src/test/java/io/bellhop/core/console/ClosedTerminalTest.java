package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.core.journal.Failures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What becomes of a terminal that JLine closes by itself, as it does as soon as the process is told to end. */
class ClosedTerminalTest extends TerminalTest {
    /** Of other tests: a console that waits for input that never comes ends only with the process. */
    private final Set<Thread> others = Thread.getAllStackTraces().keySet();

    @Test
    void endsQuietlyWhereTheTerminalIsClosedBeforeIt() throws Exception {
        var uncaught = new AtomicReference<Throwable>();
        screen.awaits("owner@lobby> ");
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> uncaught.set(failure));
        try {
            terminal.close();
            awaitEnd();
            awaitThreads();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(uncaught).hasNullValue();
    }

    @Test
    void saysTheLastWordsPlainlyWhenJLineHasClosedTheTerminal() throws Exception {
        terminal.close();
        assertThat(console.say(LOBBY, Content.of(Text.empty().bold("late"))).toCompletableFuture())
                .succeedsWithin(Duration.ZERO);
        assertThat(new String(plain.readNBytes(plain.available()), StandardCharsets.UTF_8))
                .isEqualTo("late\n");
    }

    @Test
    void saysInOneSentenceThatTheTerminalIsClosedAndMayBeOpenAgain() throws Exception {
        terminal.close();
        plain.close();
        assertThat(console.say(LOBBY, Content.of("late")).toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("The console's output is closed.")
                .havingCause()
                .satisfies(why -> assertThat(Failures.isPassing(why)).isTrue());
    }

    @Test
    void writesToStderrItselfOnceTheTerminalIsClosed() throws Exception {
        var stderr = new ByteArrayOutputStream();
        terminal.close();
        try (var errors = ErrorLines.open(new PrintStream(stderr, true, StandardCharsets.UTF_8), surface::printError)) {
            errors.stream().println("WARN late");
        }
        assertThat(stderr.toString(StandardCharsets.UTF_8)).startsWith("WARN late");
    }

    private void awaitThreads() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("console") && !others.contains(thread)) {
                thread.join();
            }
        }
    }
}
