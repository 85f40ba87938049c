package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.Test;

class TerminalConsoleTest extends TerminalTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

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
    void cancelsWhatRunsAtCtrlCBetweenTwoPrompts() throws Exception {
        broker.answers(_ -> {
            terminal.raise(Signal.INT);
            broker.answers(_ -> CompletableFuture.completedStage(null));
            return new CompletableFuture<>();
        });
        type("!slow\r");

        assertThat(heard()).isEqualTo("!slow");
        assertThat(heard()).isEqualTo("!cancel");
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
}
