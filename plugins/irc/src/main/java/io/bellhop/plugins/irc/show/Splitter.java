package io.bellhop.plugins.irc.show;

import io.bellhop.plugins.irc.wire.Encoding;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a line so that each part has so many bytes at most: between words, or else between characters. */
public final class Splitter {
    private static final int LONGEST_CHARACTER = 64;

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
        return between(bytes, start, Encoding.border(bytes, start + most));
    }

    /** Returns the last place up to there that is not within what people see as one character, such as an emoji. */
    private static int between(byte[] bytes, int start, int end) {
        var part = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        int ahead = Encoding.border(bytes, Math.min(bytes.length, end + LONGEST_CHARACTER));
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(part + new String(bytes, end, ahead - end, StandardCharsets.UTF_8));
        int cut = characters.isBoundary(part.length()) ? part.length() : characters.preceding(part.length());
        return cut > 0 ? start + part.substring(0, cut).getBytes(StandardCharsets.UTF_8).length : end;
    }
}
