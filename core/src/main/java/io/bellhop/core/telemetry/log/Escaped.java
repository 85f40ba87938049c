package io.bellhop.core.telemetry.log;

/** Text that can't break out of its log line, reorder it, or colour the terminal that shows it. */
final class Escaped {
    private static final int LONGEST = 8_192;

    private Escaped() {}

    /** For a line of text: characters that don't show become their escapes; what is very long is cut. */
    static String line(String text) {
        String cut = text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "... " + (text.length() - LONGEST) + " more characters";
        return cut.chars().noneMatch(Escaped::isHidden) ? cut : escaped(cut, false);
    }

    /** In quotes, as JSON wants it. */
    static String json(String text) {
        return '"' + escaped(text, true) + '"';
    }

    private static String escaped(String text, boolean quotable) {
        var line = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case '"', '\\' -> line.append(quotable ? "\\" : "").append(c);
                default -> append(line, c);
            }
        }
        return line.toString();
    }

    private static void append(StringBuilder line, char c) {
        if (isHidden(c)) {
            line.append("\\u").append("%04x".formatted((int) c));
        } else {
            line.append(c);
        }
    }

    private static boolean isHidden(int c) {
        if (c >= ' ' && c < 0x7f) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
