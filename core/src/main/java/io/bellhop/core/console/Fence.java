package io.bellhop.core.console;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The line that opens a code block. */
record Fence(String line, String ticks) {
    private static final int SHORTEST = 3;
    private static final Pattern TICKS = Pattern.compile("`{3,}+");
    private static final Pattern LAST = Pattern.compile("(?<!`)(`{3,}+)[^\\s`]*+\\s*+$");

    static boolean opens(String line) {
        return of(line).ticks().length() >= SHORTEST;
    }

    static Fence of(String line) {
        var stripped = line.stripLeading();
        int end = 0;
        while (end < stripped.length() && stripped.charAt(end) == '`') {
            end++;
        }
        return new Fence(stripped, stripped.substring(0, end));
    }

    /** {@return the fence at the end of a line, with its tag perhaps, that opens a block after other words} */
    static Optional<Fence> within(String line) {
        var last = LAST.matcher(line);
        boolean isOpen = !opens(line) && TICKS.matcher(line).results().count() % 2 == 1;
        return isOpen && last.find() ? Optional.of(new Fence(line, last.group(1))) : Optional.empty();
    }

    /**
     * Tells whether the last block that opens in these lines is not closed in them.
     *
     * @param lines what was typed
     * @param takesCode tells whether a block may open at the end of such a line
     * @return whether it is not
     */
    static boolean isLeftOpenIn(String lines, Predicate<String> takesCode) {
        Fence open = null;
        for (var line : lines.lines().toList()) {
            if (open != null) {
                open = open.isClosedBy(line) ? null : open;
            } else if (opens(line)) {
                open = of(line).isClosed() ? null : of(line);
            } else if (takesCode.test(line)) {
                open = within(line).orElse(null);
            }
        }
        return open != null;
    }

    /** {@return true for a block that is all in this line} */
    boolean isClosed() {
        return line.length() > 2 * ticks.length() && line.stripTrailing().endsWith(ticks);
    }

    boolean isClosedBy(String other) {
        return other.stripTrailing().endsWith(ticks);
    }

    /** {@return what stands before the fence in the line that closes the block} */
    String before(String closing) {
        var stripped = closing.stripTrailing();
        int end = stripped.length();
        while (end > 0 && stripped.charAt(end - 1) == '`') {
            end--;
        }
        return stripped.substring(0, end);
    }
}
