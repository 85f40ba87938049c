package io.bellhop.plugins.code.answer;

import java.util.ArrayList;
import java.util.List;

/** Turns long output into pages, each as much as a message bears. */
public final class OutputPages {
    private OutputPages() {}

    /**
     * Parts lines into pages, at line breaks where they are near and never within a character.
     *
     * @param lines the lines
     * @param most how many characters a page has at most
     * @return the pages, at least one
     */
    public static List<String> of(String lines, int most) {
        var pages = new ArrayList<String>();
        int start = 0;
        while (lines.length() - start > most) {
            int end = end(lines, start, start + most);
            pages.add(lines.substring(start, end));
            start = end;
        }
        pages.add(lines.substring(start));
        return pages;
    }

    private static int end(String lines, int start, int furthest) {
        int line = lines.lastIndexOf('\n', furthest - 1) + 1;
        if (line > start) {
            return line;
        }
        return Character.isHighSurrogate(lines.charAt(furthest - 1)) ? furthest - 1 : furthest;
    }
}
