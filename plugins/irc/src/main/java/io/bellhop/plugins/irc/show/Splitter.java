package io.bellhop.plugins.irc.show;

import io.bellhop.plugins.irc.wire.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits a line so that each part has so many bytes at most: between words, or else between characters. */
public final class Splitter {
    private Splitter() {}

    /**
     * Splits a line.
     *
     * @param line a line without breaks
     * @param most how many bytes of UTF-8 a part may have, at least 16
     * @return the parts in order, at least one; the space that a line was split at is left out
     */
    public static List<String> split(String line, int most) {
        if (line.length() * 3 <= most) {
            return List.of(line); // no character of UTF-16 takes more
        }
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var parts = new ArrayList<String>();
        int start = 0;
        while (bytes.length - start > most) {
            int end = end(bytes, start, most);
            parts.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
            start = end < bytes.length && bytes[end] == ' ' ? end + 1 : end;
        }
        parts.add(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
        return parts;
    }

    /** Returns where a part that starts there ends: before a space in its latter half, or else within a word. */
    private static int end(byte[] bytes, int start, int most) {
        for (int i = start + most; i > start + most / 2; i--) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        return Encoding.border(bytes, start + most);
    }
}
