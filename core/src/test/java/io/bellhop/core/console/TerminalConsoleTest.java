package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.journal.Failures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TerminalConsoleTest {
    private static final ChannelId LOBBY = new ChannelId("console", "lobby");
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @TempDir
    Path home;

    private final ScriptedBroker broker = new ScriptedBroker();
    private final TerminalScreen screen = new TerminalScreen();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final PipedOutputStream keys = new PipedOutputStream();
    private final PipedInputStream plain = new PipedInputStream();
    private Terminal terminal;
    private TerminalSurface surface;
    private ConsoleConnector console;

    @BeforeEach
    void open() throws IOException {
        terminal = new ExternalTerminal("test", "xterm", new PipedInputStream(keys), screen, StandardCharsets.UTF_8);
        var options = new ConsoleOptions(
                true, InputStream.nullInputStream(), new PipedOutputStream(plain), screen, home, home);
        surface = TerminalSurface.on(terminal, options, Piped.COMMANDS);
        console = ConsoleConnector.on(surface, options, Piped.COMMANDS, Piped.offers(), Piped.CLOCK, ended::countDown);
        console.start(broker);
    }

    @AfterEach
    void close() {
        console.stop();
    }

    @Test
    void sendsALineAtOnceAndTheNextWithoutWaiting() throws Exception {
        broker.answers(_ -> new CompletableFuture<>());
        type("!ping\r!ping\r");

        assertThat(heard()).isEqualTo("!ping");
        assertThat(heard()).isEqualTo("!ping");
    }

    @Test
    void givesTheTerminalBackAlsoWhenItsStopIsInterrupted() {
        Thread.currentThread().interrupt();
        console.stop();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(console.say(LOBBY, Content.of("late")).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void collectsACodeBlockUntilItIsClosed() throws Exception {
        type("!run js\r```js\rconsole.log(42)\r```\r");

        assertThat(heard()).isEqualTo("!run js");
        assertThat(heard()).isEqualTo("```js\nconsole.log(42)\n```");
    }

    @Test
    void collectsACodeBlockThatOpensInTheLineOfItsCommand() throws Exception {
        type("!run ```js\rconsole.log(42)\r```\r");

        assertThat(heard()).isEqualTo("!run ```js\nconsole.log(42)\n```");
    }

    @Test
    void keepsWhatIsPastedTogether() throws Exception {
        type("\u001b[200~!run js\n```js\nconsole.log(42)\n```\u001b[201~\r");

        assertThat(heard()).isEqualTo("!run js\n```js\nconsole.log(42)\n```");
    }

    @Test
    void completesCommandsAndItsOwn() throws Exception {
        type("!pi\t\r/par\t\r!plugin l\t\r");

        assertThat(heard().strip()).isEqualTo("!ping");
        assertThat(heard().strip()).isEqualTo("!plugin list");
    }

    @Test
    void completesArguments() throws Exception {
        type("!plugin list -state \t\r");

        assertThat(heard().strip()).isEqualTo("!plugin list -state running");
    }

    @Test
    void promptsWithWhoSpeaksWhereAndGreets() throws Exception {
        type("/as ann\r/in ops\rhi\r");
        heard();

        assertThat(screen()).contains("Bellhop. !help", "owner@lobby> ", "ann@lobby> ", "ann@ops> ");
    }

    @Test
    void colorsWhatStandsOut() {
        console.say(LOBBY, Content.of(Text.of("rolled ").bold("9")));

        assertThat(screen()).contains("rolled \u001b[1m9");
    }

    @Test
    void showsProgressAsItComes() {
        var sent =
                console.say(LOBBY, Content.of("1 of 2")).toCompletableFuture().join();
        console.edit(sent, Content.of("2 of 2"));

        assertThat(console.capabilities()).contains(Capability.EDITS);
        assertThat(screen()).contains("1 of 2", "2 of 2");
    }

    @Test
    void throwsAwayWhatWasTypedAtCtrlC() throws Exception {
        screen.awaits("owner@lobby> ");
        type("!shutdown");
        screen.awaits("!shutdown");
        type(CTRL_C);
        screen.awaits("owner@lobby> ");
        type("!ping\r");

        assertThat(heard()).isEqualTo("!ping");
    }

    @Test
    void leavesAtCtrlDOnceEverythingIsAnswered() throws Exception {
        var answered = new CompletableFuture<Void>();
        broker.answers(_ -> answered);
        type("!slow\r");
        heard();
        type(CTRL_D);

        assertThat(ended.getCount()).isOne();
        answered.complete(null);
        awaitEnd();
    }

    @Test
    void cancelsWhatRunsAtCtrlCWhereNothingWasTyped() throws Exception {
        var answered = new CompletableFuture<Void>();
        broker.answers(_ -> answered);
        screen.awaits("owner@lobby> ");
        type("!slow\r");
        heard();
        screen.awaits("owner@lobby> ");
        type(CTRL_C);

        assertThat(heard()).isEqualTo("!cancel");
        answered.complete(null);
        screen.awaits("owner@lobby> ");
        type(CTRL_C);
        awaitEnd();
    }

    @Test
    void leavesAtCtrlCWhereNothingIsTypedAndNothingRuns() throws Exception {
        screen.awaits("owner@lobby> ");
        type(CTRL_C);

        awaitEnd();
    }

    @Test
    void remembersLinesInTheHome() throws Exception {
        type("!ping\r");
        heard();
        type(CTRL_D);
        awaitEnd();

        assertThat(home.resolve("data", "console-history")).content().contains("!ping");
    }

    @Test
    void isNoEndWhenStopped() throws Exception {
        type("!ping\r");
        heard();
        console.stop();

        assertThat(ended.getCount()).isOne();
        assertThat(console.say(LOBBY, Content.of("x")).toCompletableFuture()).isCompletedExceptionally();
    }

    /** JLine closes it by itself as soon as the process is told to end. */
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
    void showsWhatIsWrittenToStderrAboveThePrompt() throws Exception {
        screen.awaits("owner@lobby> ");
        type("half a li");
        screen.awaits("half a li");
        try (var errors = ErrorLines.open(new PrintStream(OutputStream.nullOutputStream()), surface::printError)) {
            errors.stream().print("WARN the disk\n\tat some place\nWARN");
            screen.awaits("WARN the disk");
            screen.awaits("\tat some place");
            screen.awaits("owner@lobby> half a li");
            errors.stream().println(" again");
            screen.awaits("WARN again");
        }
        type("ne\r");
        assertThat(heard()).isEqualTo("half a line");
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

    private void type(String typed) throws IOException {
        keys.write(typed.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private String heard() throws InterruptedException {
        return ((MessageReceived) broker.next()).message().text();
    }

    private static void awaitThreads() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("console")) {
                thread.join();
            }
        }
    }

    private void awaitEnd() throws InterruptedException {
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
