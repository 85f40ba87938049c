package io.bellhop.core.console;

import java.util.Locale;
import java.util.Optional;

/** What may name a user or a channel here. */
final class Names {
    static final String CONNECTOR = "console";
    static final String BOT = "bellhop";
    static final String RULE = "A name is made of letters, digits, dots, dashes and underscores, 32 at most.";

    private static final int LONGEST = 32;

    private Names() {}

    /** {@return the name in its one spelling, or empty if it is none} */
    static Optional<String> of(String written) {
        var name = written.strip().toLowerCase(Locale.ROOT);
        var good =
                !name.isEmpty() && name.length() <= LONGEST && name.codePoints().allMatch(Names::isPart);
        return good ? Optional.of(name) : Optional.empty();
    }

    /** {@return the reference without what marks it, such as the {@code @} of {@code @ann}} */
    static String unmarked(String reference, String mark) {
        var bare = reference.strip();
        if (bare.startsWith(CONNECTOR + ":")) {
            return bare.substring(CONNECTOR.length() + 1);
        }
        return bare.startsWith(mark) ? bare.substring(mark.length()) : bare;
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
