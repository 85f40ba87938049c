package io.bellhop.api.chat.plain;

/**
 * Makes every character seen. Control characters, and those that reorder or hide text, are replaced by marks, so that
 * what a user or a program wrote looks like what it is.
 */
public final class Visible {
    private static final int CONTROL_PICTURES = 0x2400;

    private Visible() {}

    /**
     * Replaces what would pass unseen.
     *
     * @param string any characters; line breaks and tabs stay
     * @return the same characters, with control characters as their pictures, and bidirectional and invisible ones as
     *     {@code U+FFFD}
     */
    public static String of(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (!isUsual(c) && (isHidden(c) || Character.isSurrogate(c))) {
                return replaced(string);
            }
        }
        return string;
    }

    private static String replaced(String string) {
        var shown = new StringBuilder(string.length());
        string.codePoints().forEach(c -> shown.appendCodePoint(shown(c)));
        return shown.toString();
    }

    private static int shown(int c) {
        if (c == 0x7f) {
            return 0x2421;
        }
        if (isHidden(c)) {
            return c < ' ' ? CONTROL_PICTURES + c : 0xfffd;
        }
        return Character.getType(c) == Character.SURROGATE ? 0xfffd : c;
    }

    private static boolean isUsual(int c) {
        return c >= ' ' && c < 0x7f;
    }

    private static boolean isHidden(int c) {
        if (isUsual(c) || c == '\n' || c == '\t') {
            return false;
        }
        return switch (c) {
            case 0x200b, 0x2060, 0xfeff, 0x061c, 0x180e, 0x2028, 0x2029 -> true; // 200c and 200d join emoji and scripts
            default ->
                Character.isISOControl(c)
                        || c == 0x200e
                        || c == 0x200f
                        || (c >= 0x202a && c <= 0x202e)
                        || (c >= 0x2061 && c <= 0x206f)
                        || (c >= 0xfff9 && c <= 0xfffb)
                        || (c >= 0xe0000 && c <= 0xe007f);
        };
    }
}
