package io.bellhop.core.console;

/** The line that opens a code block. */
record Fence(String line, String ticks) {
    private static final int SHORTEST = 3;

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

    /** {@return true if the last block that opens in these lines is not closed in them} */
    static boolean isLeftOpenIn(String lines) {
        Fence open = null;
        for (var line : lines.lines().toList()) {
            if (open != null) {
                open = open.isClosedBy(line) ? null : open;
            } else if (opens(line) && !of(line).isClosed()) {
                open = of(line);
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
