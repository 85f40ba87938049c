package io.bellhop.core.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Lines that someone types. What is pasted, or typed as a code block, comes as several lines at once. */
final class TerminalLines implements Lines {
    private final LineReader reader;
    private final Supplier<String> prompt;
    private final Deque<String> entered = new ArrayDeque<>();
    private volatile boolean ended;

    TerminalLines(LineReader reader, Supplier<String> prompt) {
        this.reader = reader;
        this.prompt = prompt;
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
            // Ctrl-C throws away what was being typed; where nothing was, it leaves
            ended = ended || e.getPartialLine().isEmpty();
        } catch (EndOfFileException | IllegalStateException _) {
            ended = true; // the latter when JLine has closed the terminal, as it does itself when the process is to end
        }
    }
}
