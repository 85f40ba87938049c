package io.bellhop.core.choice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes keys of 128 bits that nobody can guess, as hexadecimal digits. Safe for use from any thread. */
final class RandomKeys {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final byte[] secret = bytes();

    /** Returns a key that was never made before. */
    String next() {
        return HexFormat.of().formatHex(bytes());
    }

    /** Returns a key that is the same for the same name until the process ends. */
    String of(String name) {
        var digest = sha256();
        digest.update(secret);
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(name.getBytes(StandardCharsets.UTF_8)), BYTES));
    }

    private byte[] bytes() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
