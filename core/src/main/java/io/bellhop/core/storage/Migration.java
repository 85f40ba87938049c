package io.bellhop.core.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One step of a database's schema.
 *
 * @param version its number, from 1
 * @param name what it does, in a word or two
 * @param sql the statements
 */
public record Migration(int version, String name, String sql) {
    private static final Pattern FILE = Pattern.compile("V([1-9][0-9]{0,5})__([A-Za-z0-9_]+?)(\\.sqlite)?\\.sql");

    private static final Set<String> OUTSIDE_TRANSACTIONS =
            Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "VACUUM", "ATTACH", "DETACH");

    /**
     * Reads the name of a file, such as {@code V3__add_owner.sql}.
     *
     * @param file the name, without folders
     * @param sql what stands in it
     * @return the migration, or empty if the name is none of one for this kind of database
     */
    public static Optional<Migration> of(String file, String sql) {
        var match = FILE.matcher(file);
        return match.matches()
                ? Optional.of(new Migration(
                        Integer.parseInt(match.group(1)), match.group(2).replace('_', ' '), sql))
                : Optional.empty();
    }

    /**
     * Finds a statement that would begin or end a transaction, which is the migrator's affair, or that can't be in one.
     *
     * @return its first word; empty if there is none
     */
    public Optional<String> misplaced() {
        return SqlScript.firstWords(sql).stream()
                .filter(OUTSIDE_TRANSACTIONS::contains)
                .findFirst();
    }

    /** Returns what changes when the statements do; how lines end makes no difference. */
    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
