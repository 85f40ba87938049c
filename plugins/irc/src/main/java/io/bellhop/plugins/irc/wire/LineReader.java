package io.bellhop.plugins.irc.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a pipe brings into lines. A line that is longer than the protocol allows is left out; bytes that are no
 * UTF-8 become {@code U+FFFD}. For use by one thread.
 */
public final class LineReader {
    /** IRCv3's most for tags, and a line of 512 bytes with much to spare. */
    static final int LONGEST = 8191 + 4096;

    private static final int BUFFER = 1 << 16;

    private final Pipe pipe;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private boolean inOverlong;
    private boolean ended;
    private long left;

    /**
     * Makes a reader.
     *
     * @param pipe what brings the bytes
     */
    public LineReader(Pipe pipe) {
        this.pipe = pipe;
    }

    /**
     * Takes a line that is there already.
     *
     * @return the line without its end, or null if a whole one has to be waited for
     */
    public @Nullable String take() {
        for (int i = buffer.position(); i < buffer.limit(); i++) {
            if (buffer.get(i) == '\n') {
                var line = line(i);
                if (line != null) {
                    return line;
                }
            }
        }
        if (buffer.remaining() > LONGEST) {
            inOverlong = true;
            buffer.position(buffer.limit());
        }
        return null;
    }

    private @Nullable String line(int end) {
        int start = buffer.position();
        buffer.position(end + 1);
        boolean whole = !inOverlong && end - start <= LONGEST;
        inOverlong = false;
        if (!whole) {
            left++;
            return null;
        }
        int length = end - start;
        if (length > 0 && buffer.get(end - 1) == '\r') {
            length--;
        }
        return length == 0 ? null : new String(buffer.array(), start, length, StandardCharsets.UTF_8);
    }

    /**
     * Waits for more bytes.
     *
     * @param millis how long at most
     * @return false if none came in time, or no more will
     * @throws IOException if the connection is broken or closed
     */
    public boolean await(long millis) throws IOException {
        buffer.compact();
        try {
            int count = pipe.read(buffer, millis);
            ended = count < 0;
            return count > 0;
        } finally {
            buffer.flip();
        }
    }

    /**
     * Tells whether the other side has ended the connection.
     *
     * @return true once no more will come
     */
    public boolean hasEnded() {
        return ended;
    }

    /**
     * Returns how many lines were longer than the protocol allows.
     *
     * @return how many have been left out
     */
    public long leftOut() {
        return left;
    }
}
