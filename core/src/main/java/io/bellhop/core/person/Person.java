package io.bellhop.core.person;

import io.bellhop.api.chat.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Someone under a pseudonym, and the key of what is kept about them. The pseudonym hangs on the key, so that whoever
 * comes back after they were forgotten is someone new. Safe for use from any thread.
 *
 * @param pseudonym 32 hexadecimal digits
 * @param key known nowhere else
 */
public record Person(String pseudonym, SecretKey key) {
    static final int KEY_BYTES = 32;

    private static final int PSEUDONYM_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Looking for one takes longer than using it. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Person::newCipher);

    /** Makes someone new. */
    static Person random(UserId user) {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new Person(pseudonym(user, bytes), key(bytes));
    }

    /** Brings someone back who is known. */
    static Person known(String pseudonym, byte[] key) {
        return new Person(pseudonym, key(key));
    }

    /**
     * Encrypts a text.
     *
     * @param text the text
     * @return what only this key opens, in Base64
     */
    public String seal(String text) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * Decrypts what was sealed with this key.
     *
     * @param sealed what {@link #seal} returned
     * @return the text
     * @throws IllegalArgumentException if it was not sealed with this key, or was changed since
     */
    public String open(String sealed) {
        var bytes = Base64.getDecoder().decode(sealed);
        if (bytes.length < NONCE_BYTES) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        var opened = cipher(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(bytes, NONCE_BYTES),
                Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length));
        return new String(opened, StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = CIPHERS.get();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is not sealed with this key", e);
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    private static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static String pseudonym(UserId user, byte[] key) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            mac.update(user.connector().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            var digest = mac.doFinal(user.id().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    /** {@return the pseudonym alone} */
    @Override
    public String toString() {
        return pseudonym;
    }
}
