package io.bellhop.core.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** What a test types, without end until it is closed; never full, and its reader can be interrupted. */
final class TypedInput extends InputStream {
    private byte[] typed = new byte[0];
    private int read;
    private boolean isClosed;

    synchronized void type(String text) {
        var left = new ByteArrayOutputStream();
        left.write(typed, read, typed.length - read);
        left.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        typed = left.toByteArray();
        read = 0;
        notifyAll();
    }

    @Override
    public synchronized int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int from, int most) throws IOException {
        try {
            while (read == typed.length && !isClosed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
        int n = Math.min(most, typed.length - read);
        System.arraycopy(typed, read, into, from, n);
        read += n;
        return n == 0 && most > 0 ? -1 : n;
    }

    @Override
    public synchronized int available() {
        return typed.length - read;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
