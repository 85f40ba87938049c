package io.bellhop.core.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a terminal has shown, in parts that can be waited for. */
final class TerminalScreen extends ByteArrayOutputStream {
    private int seen;

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        super.write(bytes, offset, length);
        notifyAll();
    }

    @Override
    public synchronized void write(int b) {
        super.write(b);
        notifyAll();
    }

    /** Waits for something to be shown after what was awaited before. */
    synchronized void awaits(String shown) throws InterruptedException {
        while (toString(StandardCharsets.UTF_8).indexOf(shown, seen) < 0) {
            wait();
        }
        seen = toString(StandardCharsets.UTF_8).indexOf(shown, seen) + shown.length();
    }
}
