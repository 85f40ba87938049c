package io.bellhop.plugins.code.answer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * As much of a text as a chat bears: its head, its tail, and between them how much is left out.
 *
 * @param source the whole text
 * @param head where the head ends
 * @param tail where the tail begins; the same if nothing is left out
 */
record Excerpt(String source, int head, int tail) {
    private static final int HEAD_LINES = 24;
    private static final int TAIL_LINES = 12;

    /**
     * Takes an excerpt, at line breaks where they are near and never within a character.
     *
     * @param text the text
     * @param most about how many characters to show
     * @return the excerpt
     */
    static Excerpt of(String text, int most) {
        var head = headEnd(text, most * 2 / 3);
        var tail = tailStart(text, most / 3);
        return new Excerpt(text, Math.min(head, tail), tail);
    }

    /** {@return whether nothing is left out} */
    boolean whole() {
        return head == tail;
    }

    /** {@return a line that says exactly how much is left out} */
    String gap() {
        var left = source.substring(head, tail);
        var bytes = left.getBytes(StandardCharsets.UTF_8).length;
        var lines = lines(left);
        return String.format(
                Locale.ROOT, "... %,d bytes left out (%,d %s) ...", bytes, lines, lines == 1 ? "line" : "lines");
    }

    /** {@return what to show} */
    String text() {
        return whole() ? source : endLine(source.substring(0, head)) + gap() + "\n" + source.substring(tail);
    }

    /** A carriage return alone ends none, here as where head and tail are cut. */
    private static long lines(String text) {
        var breaks = text.chars().filter(character -> character == '\n').count();
        return text.endsWith("\n") ? breaks : breaks + 1;
    }

    private static int headEnd(String text, int most) {
        var end = 0;
        for (var line = 0; line < HEAD_LINES && end < text.length(); line++) {
            var next = text.indexOf('\n', end) + 1;
            var stop = next == 0 ? text.length() : next;
            if (stop > most) {
                return end > most / 2 ? end : whole(text, Math.min(most, text.length()));
            }
            end = stop;
        }
        return end;
    }

    private static int tailStart(String text, int most) {
        var start = text.length();
        for (var line = 0; line < TAIL_LINES && start > 0; line++) {
            var previous = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
            if (text.length() - previous > most) {
                return text.length() - start > most / 2 ? start : whole(text, Math.max(0, text.length() - most));
            }
            start = previous;
        }
        return start;
    }

    private static int whole(String text, int index) {
        var splits = index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
        return splits && Character.isHighSurrogate(text.charAt(index - 1)) ? index - 1 : index;
    }

    private static String endLine(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
