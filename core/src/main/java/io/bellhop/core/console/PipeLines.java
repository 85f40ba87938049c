package io.bellhop.core.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lines from a pipe, read ahead by a thread of their own, so that the end of the input is known at once and a line that
 * is still on its way can be waited for.
 */
final class PipeLines implements Lines {
    private static final int READ_AHEAD = 8;

    private final long patienceMillis;
    private final BufferedReader in;
    private final Thread reader;
    private final BlockingQueue<Line> read = new ArrayBlockingQueue<>(READ_AHEAD);
    private @Nullable Line next;
    private boolean moreIsThere;

    /** A line, null at the end, and whether more was there already when it was read. */
    private record Line(@Nullable String text, boolean more) {
        private static final Line END = new Line(null, false);
    }

    PipeLines(InputStream in, long patienceMillis) {
        this.patienceMillis = patienceMillis;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.reader = Thread.ofPlatform().name("console-input").daemon().unstarted(this::readAll);
    }

    void start() {
        reader.start();
    }

    @Override
    public void stop() {
        reader.interrupt();
    }

    @Override
    public @Nullable String take() throws InterruptedException {
        var line = next == null ? read.take() : next;
        // the end stays where it is, for whoever asks again
        next = line.text() == null ? line : null;
        moreIsThere = line.more();
        return line.text();
    }

    @Override
    public @Nullable String peek(boolean patiently) throws InterruptedException {
        if (next == null) {
            next = moreIsThere ? read.take() : read.poll(patiently ? patienceMillis : 0, TimeUnit.MILLISECONDS);
        }
        return next == null ? null : next.text();
    }

    private void readAll() {
        try {
            for (var line = readLine(); line != null; line = readLine()) {
                read.put(new Line(line, in.ready()));
            }
            read.put(Line.END);
        } catch (InterruptedException | InterruptedIOException _) {
            Thread.currentThread().interrupt(); // stopped: nobody takes lines any more
        } catch (IOException e) {
            LoggerFactory.getLogger(PipeLines.class).warn("the console's input failed and counts as ended", e);
            endAfterFailure();
        }
    }

    private void endAfterFailure() {
        try {
            read.put(Line.END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable String readLine() throws IOException {
        var line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() <= LONGEST) {
                line.append((char) c);
            }
        }
        return withoutReturn(line);
    }

    private static String withoutReturn(StringBuilder line) {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }
}
