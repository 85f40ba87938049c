package io.bellhop.plugins.irc.show;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.chat.plain.Visible;
import java.util.function.Function;

/**
 * IRC's own formatting: bold for what stands out, nothing else, as clients differ in the rest.
 *
 * @param bold whether to use it at all
 * @param nicks tells how someone is called now
 */
public record Formatting(boolean bold, Function<UserId, String> nicks) implements Style {
    private static final char BOLD = 0x02;
    private static final char COLOUR = 0x03;
    private static final char HEX_COLOUR = 0x04;
    private static final String TOGGLES = "\u0002\u000f\u0011\u0016\u001d\u001e\u001f";

    @Override
    public String bold(String shown) {
        // ends with each line, so it is begun anew on the next
        return bold && !shown.isEmpty() ? BOLD + shown.replace("\n", BOLD + "\n" + BOLD) + BOLD : shown;
    }

    @Override
    public String mention(UserId user) {
        return Visible.of(nicks.apply(user));
    }

    /**
     * Removes formatting from what someone wrote, so that it reads as it looks.
     *
     * @param text what was received
     * @return the same without formatting
     */
    public static String removed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return withoutMarks(text);
            }
        }
        return text;
    }

    private static String withoutMarks(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == COLOUR) {
                i += colour(text, i + 1, 2, 10);
            } else if (c == HEX_COLOUR) {
                i += colour(text, i + 1, 6, 16);
            } else if (TOGGLES.indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Returns how many characters name a colour, and perhaps that of the background. */
    private static int colour(String text, int start, int most, int radix) {
        int digits = digits(text, start, most, radix);
        int comma = start + digits;
        if (digits == 0 || comma >= text.length() || text.charAt(comma) != ',') {
            return digits;
        }
        int background = digits(text, comma + 1, most, radix);
        return background == 0 ? digits : digits + 1 + background;
    }

    private static int digits(String text, int start, int most, int radix) {
        int count = 0;
        while (count < most
                && start + count < text.length()
                && Character.digit(text.charAt(start + count), radix) >= 0) {
            count++;
        }
        return count;
    }
}
