package io.bellhop.core.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stands in for stderr where a prompt is, and shows its lines above that. By a thread of its own: whoever logs holds a
 * lock of the log, and whoever draws the prompt holds one of the prompt and may log. Safe for use from any thread.
 */
final class ErrorLines extends OutputStream {
    private static final int MOST_WAITING = 1000;
    private static final String END = "";

    private final PrintStream stderr;
    private final Printing above;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread = Thread.ofVirtual().name("console-errors").unstarted(this::showAll);

    /** Prints lines, and draws the prompt anew below them. */
    @FunctionalInterface
    interface Printing {
        void print(String lines) throws IOException;
    }

    /**
     * Begins to show.
     *
     * @param stderr takes what can't be shown above the prompt
     * @param above shows it there
     */
    static ErrorLines open(PrintStream stderr, Printing above) {
        var lines = new ErrorLines(stderr, above);
        lines.thread.start();
        return lines;
    }

    private ErrorLines(PrintStream stderr, Printing above) {
        this.stderr = stderr;
        this.above = above;
    }

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            show(written.toString(StandardCharsets.UTF_8));
            written.reset();
        } else {
            written.write(b);
        }
    }

    /** What is written at once, such as a trace, stays together. */
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int last = offset + length - 1;
        while (last >= offset && bytes[last] != '\n') {
            last--;
        }
        if (last >= offset) {
            written.write(bytes, offset, last - offset);
            write('\n');
        }
        written.write(bytes, last + 1, offset + length - last - 1);
    }

    private void show(String lines) {
        if (!lines.isEmpty() && !waiting.offer(lines)) {
            stderr.println(lines); // a spoilt prompt is better than a lost line
        }
    }

    private void showAll() {
        try {
            for (var lines = waiting.take(); !lines.equals(END); lines = waiting.take()) {
                showNow(lines);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody does that; close() ends it
        }
    }

    private void showNow(String lines) {
        try {
            above.print(lines);
        } catch (IOException _) {
            stderr.println(lines); // the prompt is gone
        }
    }

    /** Shows what was written, and then ends. */
    @Override
    public void close() {
        write('\n');
        try {
            waiting.put(END);
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the rest is shown all the same
        }
    }
}
