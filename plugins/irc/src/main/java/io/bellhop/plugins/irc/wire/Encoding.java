package io.bellhop.plugins.irc.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns a line into bytes, of which nothing can make a second one. */
public final class Encoding {
    /** The most bytes of a line, with its end. */
    public static final int LONGEST = 512;

    private static final byte SPACE = ' ';

    private Encoding() {}

    /**
     * Encodes a line.
     *
     * @param line a line without its end; line breaks and NUL in it become spaces
     * @return at most 512 bytes with the line's end; what is longer is cut between characters
     */
    public static byte[] line(String line) {
        var encoded = line.getBytes(StandardCharsets.UTF_8);
        int length = border(encoded, Math.min(encoded.length, LONGEST - 2));
        var bytes = Arrays.copyOf(encoded, length + 2);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0) {
                bytes[i] = SPACE;
            }
        }
        bytes[length] = '\r';
        bytes[length + 1] = '\n';
        return bytes;
    }

    /**
     * Tells how long something is in a line.
     *
     * @param text a part of a line
     * @return its bytes of UTF-8
     */
    public static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Finds a place where bytes can be cut between characters.
     *
     * @param utf8 encoded text
     * @param most how many bytes there may be at most, no more than there are
     * @return how many make whole characters
     */
    public static int border(byte[] utf8, int most) {
        int end = most;
        while (end > 0 && end < utf8.length && (utf8[end] & 0xc0) == 0x80) {
            end--;
        }
        return end;
    }
}
