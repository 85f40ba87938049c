package io.bellhop.plugins.irc.show;

import java.util.function.Predicate;

/**
 * Lines that no other bot obeys. Services and bots take a line for a command that begins with a sign and a word, or
 * with their nick; what a program printed must not command them in the name of the bot, and with its rights.
 */
public final class Unheard {
    /** How much longer a line can become. */
    public static final int MARK_LENGTH = 2;

    private static final String MARK = "| ";
    private static final String SIGNS = "!.@~-/`$%&*+,;:?=>^\\|#";
    private static final String MARKS_ITEMS = "-*+#>|=:";

    private Unheard() {}

    /**
     * Puts a mark before a line that could be taken for a command.
     *
     * @param line a line, perhaps formatted
     * @param isNick tells whether somebody is called so
     * @return the line, as it is wherever that is safe
     */
    public static String of(String line, Predicate<String> isNick) {
        int start = 0;
        while (start < line.length() && line.charAt(start) <= ' ') {
            start++;
        }
        return commands(line, start) || calls(line, start, isNick) ? MARK + line : line;
    }

    /** Neither {@code -5} is a command, nor {@code +---+}, {@code - an item} and {@code *stress*}. */
    private static boolean commands(String line, int start) {
        int signs = start;
        while (signs < line.length() && SIGNS.indexOf(line.charAt(signs)) >= 0) {
            signs++;
        }
        int word = signs;
        while (word < line.length() && line.charAt(word) == ' ') {
            word++;
        }
        if (signs == start || word == line.length()) {
            return false;
        }
        char sign = line.charAt(signs - 1);
        boolean isItem = word > signs && MARKS_ITEMS.indexOf(sign) >= 0;
        boolean isWord = Character.isLetter(line.charAt(word)) || line.charAt(word) == '(';
        return isWord && !isItem && !isClosed(line, word, sign);
    }

    private static boolean isClosed(String line, int word, char sign) {
        int space = line.indexOf(' ', word);
        return line.charAt((space < 0 ? line.length() : space) - 1) == sign;
    }

    private static boolean calls(String line, int start, Predicate<String> isNick) {
        for (int i = start; i < line.length() && line.charAt(i) > ' '; i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == ',') {
                return isNick.test(line.substring(start, i));
            }
        }
        return false;
    }
}
