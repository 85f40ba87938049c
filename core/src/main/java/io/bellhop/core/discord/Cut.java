package io.bellhop.core.discord;

/** Where a string may be cut. */
public final class Cut {
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
     * Finds the last place in the room that is neither within a character nor behind an escape's backslash.
     *
     * @param string what is cut, longer than the room
     * @param room the most characters of the first part
     * @return the end of the first part
     */
    public static int hard(String string, int room) {
        var cut = room;
        if (Character.isLowSurrogate(string.charAt(cut)) && Character.isHighSurrogate(string.charAt(cut - 1))) {
            cut--;
        }
        return backslashes(string, cut) % 2 == 0 ? cut : cut - 1;
    }

    private static int backslashes(String string, int end) {
        var start = end;
        while (start > 0 && string.charAt(start - 1) == '\\') {
            start--;
        }
        return end - start;
    }
}
