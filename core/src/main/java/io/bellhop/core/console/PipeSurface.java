package io.bellhop.core.console;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.plain.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A pipe or file at either end: plain lines for scripts. It declares no edits, so that progress is not sent here and
 * only its final state shows.
 */
final class PipeSurface implements Surface {
    /**
     * How long a code block may be on its way: longer than a shell takes between two commands, shorter than is felt.
     */
    private static final long PATIENCE_MILLIS = 100;

    private final OutputStream out;
    private final OutputStream notes;
    private final PipeLines lines;

    PipeSurface(ConsoleOptions options) {
        this(options, PATIENCE_MILLIS);
    }

    PipeSurface(ConsoleOptions options, long patienceMillis) {
        this.out = options.out();
        this.notes = options.notes();
        this.lines = new PipeLines(options.in(), patienceMillis);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.UPLOADS, Capability.HISTORY);
    }

    @Override
    public Style style() {
        return Style.PLAIN;
    }

    @Override
    public boolean oneByOne() {
        return true;
    }

    @Override
    public Lines listen(Speaker speaker, Supplier<Optional<String>> interrupted) {
        lines.start();
        return lines;
    }

    @Override
    public void print(String message) throws IOException {
        write(out, message);
    }

    @Override
    public void note(String note) throws IOException {
        write(notes, note);
    }

    @Override
    public void close() {
        // the process's streams outlive the console
    }

    private static void write(OutputStream to, String message) throws IOException {
        var bytes = (message + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (to) {
            to.write(bytes);
            to.flush();
        }
        if (to instanceof PrintStream stream && stream.checkError()) {
            throw new IOException("nobody reads the console's output any more");
        }
    }
}
