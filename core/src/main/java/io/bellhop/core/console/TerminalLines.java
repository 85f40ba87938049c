package io.bellhop.core.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Lines that someone types. What is pasted, or typed as a code block, comes as several lines at once. */
final class TerminalLines implements Lines {
    private final LineReader reader;
    private final Supplier<String> prompt;
    private final Supplier<Optional<String>> interrupted;
    private final Deque<String> entered = new ArrayDeque<>();
    private volatile boolean ended;

    TerminalLines(LineReader reader, Supplier<String> prompt, Supplier<Optional<String>> interrupted) {
        this.reader = reader;
        this.prompt = prompt;
        this.interrupted = interrupted;
    }

    @Override
    public @Nullable String take() {
        while (entered.isEmpty() && !ended) {
            read();
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
    }

    private void read() {
        try {
            entered.addAll(reader.readLine(prompt.get()).lines().toList());
        } catch (UserInterruptException e) {
            if (e.getPartialLine().isEmpty()) { // else Ctrl-C throws away what was being typed
                interrupted.get().ifPresentOrElse(entered::add, this::stop);
            }
        } catch (EndOfFileException | IllegalStateException _) {
            ended = true; // the latter when JLine has closed the terminal, as it does itself when the process is to end
        }
    }
}
