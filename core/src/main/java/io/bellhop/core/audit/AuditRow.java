package io.bellhop.core.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * A row as it is stored. Its hash is the SHA-256 of the previous row's hash and of all its own fields, each written as
 * its length in bytes, a colon, the field in UTF-8, and a comma; so whoever has the rows can check them.
 *
 * @param number its place in the chain, from 1 without a gap
 * @param at when, in milliseconds
 * @param ref names the invocation; empty if it was none
 * @param person the pseudonym; empty for the bot itself
 * @param connector the platform, or empty
 * @param space the space; empty in direct conversations
 * @param action what was done
 * @param plugin whose command it is
 * @param version that plugin's version
 * @param outcome how it ended, in a word
 * @param details the rest, as JSON: sealed with the person's key, or in clear for the bot itself
 * @param hash vouches for the row and all before it
 */
public record AuditRow(
        long number,
        long at,
        String ref,
        String person,
        String connector,
        String space,
        String action,
        String plugin,
        String version,
        String outcome,
        String details,
        String hash) {
    private static final int EXPECTED_BYTES = 1_000;

    /** The columns of its table, in the order of {@link #read}. */
    public static final String COLUMNS =
            "number, at, ref, person, connector, space, action, plugin, version, outcome, details, hash";

    /**
     * Reads a row.
     *
     * @param row a row of the columns
     * @return the row
     * @throws SQLException if it is none
     */
    public static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }

    /** Returns the same with the hash that it has after another row. */
    AuditRow after(Head previous) {
        return new AuditRow(
                previous.number() + 1,
                at,
                ref,
                person,
                connector,
                space,
                action,
                plugin,
                version,
                outcome,
                details,
                hashAfter(previous));
    }

    /** Tells whether nothing was changed in it, nor between it and another row. */
    boolean follows(Head previous) {
        return number == previous.number() + 1 && hash.equals(hashAfter(previous));
    }

    Head head() {
        return new Head(number, hash);
    }

    private String hashAfter(Head previous) {
        var text = new ByteArrayOutputStream(EXPECTED_BYTES);
        add(text, previous.hash());
        add(text, Long.toString(previous.number() + 1));
        add(text, Long.toString(at));
        add(text, ref);
        add(text, person);
        add(text, connector);
        add(text, space);
        add(text, action);
        add(text, plugin);
        add(text, version);
        add(text, outcome);
        add(text, details);
        return HexFormat.of().formatHex(sha256(text.toByteArray()));
    }

    /** With its length before it, no field can be mistaken for the end of another. */
    private static void add(ByteArrayOutputStream text, String field) {
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        text.writeBytes(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        text.write(':');
        text.writeBytes(bytes);
        text.write(',');
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
