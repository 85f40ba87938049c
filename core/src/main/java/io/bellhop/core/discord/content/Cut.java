package io.bellhop.core.discord.content;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/** Where a string may be cut. */
public final class Cut {
    /** No character that people see as one is longer. */
    private static final int LONGEST_CHARACTER = 64;

    /** A byte that goes on with a code point begins with the bits 10. */
    private static final int CONTINUATION = 0b1000_0000;

    private static final int CONTINUATION_MASK = 0b1100_0000;

    private Cut() {}

    /**
     * Finds the last line break, or else the last space, that leaves no more than the room before it.
     *
     * @return the end of the first part, where a line break may stand; 0 if there is none
     */
    static int sensible(String string, int room) {
        if (room <= 0) {
            return 0;
        }
        var line = string.lastIndexOf('\n', room);
        return line > 0 ? line : string.lastIndexOf(' ', room - 1) + 1;
    }

    /**
     * Finds the last place in the room that is neither within a character, as people see it, nor behind an escape's
     * backslash.
     *
     * @param string what is cut, longer than the room
     * @param room the most characters of the first part
     * @return the end of the first part
     */
    public static int hard(String string, int room) {
        var cut = between(string, room);
        return backslashes(string, cut) % 2 == 0 ? cut : cut - 1;
    }

    /** An emoji may be of many code points, and an accent one of its own. */
    private static int between(String string, int room) {
        var from = Math.max(0, room - LONGEST_CHARACTER);
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(string.substring(from, Math.min(string.length(), room + LONGEST_CHARACTER)));
        var cut = from + (characters.isBoundary(room - from) ? room - from : characters.preceding(room - from));
        return cut > from ? cut : betweenCodePoints(string, room);
    }

    /** Marks can be piled up on one character without end. */
    private static int betweenCodePoints(String string, int cut) {
        var within = Character.isLowSurrogate(string.charAt(cut)) && Character.isHighSurrogate(string.charAt(cut - 1));
        return within ? cut - 1 : cut;
    }

    private static int backslashes(String string, int end) {
        var start = end;
        while (start > 0 && string.charAt(start - 1) == '\\') {
            start--;
        }
        return end - start;
    }

    /** Cuts UTF-8 between code points, if it has more bytes than that. */
    static byte[] bytes(byte[] utf8, long most) {
        if (utf8.length <= most) {
            return utf8;
        }
        var cut = (int) most;
        while (cut > 0 && (utf8[cut] & CONTINUATION_MASK) == CONTINUATION) {
            cut--;
        }
        return Arrays.copyOf(utf8, cut);
    }
}
