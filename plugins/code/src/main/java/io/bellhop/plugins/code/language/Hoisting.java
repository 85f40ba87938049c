package io.bellhop.plugins.code.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Parts what must stand before all else from the rest of a fragment, whose lines keep their numbers. */
final class Hoisting {
    private final List<String> lines = new ArrayList<>();
    private int begin;
    private final StringBuilder rest = new StringBuilder();
    private final String text;
    private final String legible;

    /**
     * Gets ready.
     *
     * @param text the fragment
     * @param legible the same without what only looks like code
     */
    Hoisting(String text, String legible) {
        this.text = text;
        this.legible = legible;
    }

    /**
     * Leaves what stands before all else, but for comments, where it is.
     *
     * @param pattern finds it
     */
    void leaveFirst(Pattern pattern) {
        for (var found : found(pattern)) {
            if (!legible.substring(begin, found.start()).isBlank()) {
                return;
            }
            begin = found.end();
        }
    }

    /**
     * Takes what is found away.
     *
     * @param pattern finds it
     * @param mark what stands above each, with {@code {number}} where the number of its line goes
     */
    void hoist(Pattern pattern, String mark) {
        int end = begin;
        long number = 1 + newlines(first());
        for (var found : found(pattern)) {
            var between = text.substring(end, found.start());
            number += newlines(between);
            lines.add(mark.replace("{number}", String.valueOf(number)) + found.group());
            rest.append(between).repeat('\n', (int) newlines(found.group()));
            number += newlines(found.group());
            end = found.end();
        }
        rest.append(text, end, text.length());
    }

    /** {@return what stays where it is, before all else} */
    String first() {
        return text.substring(0, begin);
    }

    List<String> lines() {
        return lines;
    }

    String rest() {
        return rest.toString();
    }

    private List<MatchResult> found(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .filter(found -> found.start() >= begin && isCode(found))
                .toList();
    }

    private boolean isCode(MatchResult found) {
        int first = found.end() - found.group().stripLeading().length();
        return !legible.startsWith(" ", first);
    }

    private static long newlines(String part) {
        return part.chars().filter(character -> character == '\n').count();
    }
}
