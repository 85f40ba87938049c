package io.bellhop.core.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The end of the chain at some moment. Who has noted it somewhere else can tell later whether rows up to there are
 * missing or were changed.
 *
 * @param number the number of the last row, 0 if there is none
 * @param hash that row's hash
 */
public record Head(long number, String hash) {
    /** Reads the form of the chain's end from a copy of the core's database. */
    public static final String QUERY = "SELECT number || ':' || hash FROM audit ORDER BY number DESC LIMIT 1";

    static final Head NONE = new Head(0, "0".repeat(64));

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /**
     * Reads the form that logs and backups hold.
     *
     * @param text such as {@code 1024:9f86d0…}
     * @return the head, or empty if it is none
     */
    public static Optional<Head> parse(String text) {
        var match = FORM.matcher(text.strip());
        return match.matches()
                ? Optional.of(new Head(Long.parseLong(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    /** {@return the form that {@link #parse} reads} */
    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
