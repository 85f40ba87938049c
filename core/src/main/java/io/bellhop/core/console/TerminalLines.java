package io.bellhop.core.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jspecify.annotations.Nullable;

/** Lines that someone types. What is pasted, or typed as a code block, comes as several lines at once. */
final class TerminalLines implements Lines {
    private final LineReader reader;
    private final Supplier<String> prompt;
    private final Supplier<Optional<String>> interrupted;
    private final Deque<String> entered = new ArrayDeque<>();
    /** Whether Ctrl-C was pressed between two prompts, when the terminal would have it end the process. */
    private volatile boolean isInterrupted;

    private volatile boolean ended;

    TerminalLines(LineReader reader, Supplier<String> prompt, Supplier<Optional<String>> interrupted) {
        this.reader = reader;
        this.prompt = prompt;
        this.interrupted = interrupted;
        reader.getTerminal().handle(Signal.INT, _ -> isInterrupted = true);
    }

    @Override
    public @Nullable String take() {
        while (entered.isEmpty() && !ended) {
            if (isInterrupted) {
                isInterrupted = false;
                interrupt();
            } else {
                read();
            }
        }
        return entered.pollFirst();
    }

    @Override
    public @Nullable String peek(boolean patiently) {
        return entered.peekFirst();
    }

    @Override
    public void stop() {
        ended = true;
        reader.getTerminal().handle(Signal.INT, SignalHandler.SIG_DFL); // what is still awaited need not be
    }

    private void read() {
        try {
            entered.addAll(reader.readLine(prompt.get()).lines().toList());
        } catch (UserInterruptException e) {
            if (e.getPartialLine().isEmpty()) { // else Ctrl-C throws away what was being typed
                interrupt();
            }
        } catch (EndOfFileException | IllegalStateException _) {
            stop(); // the latter when JLine has closed the terminal, as it does itself when the process is to end
        }
    }

    private void interrupt() {
        interrupted.get().ifPresentOrElse(entered::add, this::stop);
    }
}
