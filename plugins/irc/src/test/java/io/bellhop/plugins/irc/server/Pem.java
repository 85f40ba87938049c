package io.bellhop.plugins.irc.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A private key in the form that servers read. */
final class Pem {
    private static final int WIDTH = 64;

    private Pem() {}

    static String keyIn(Path store, String password) throws IOException {
        try {
            var keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
            var key = keys.getKey(keys.aliases().nextElement(), password.toCharArray());
            var encoder = Base64.getMimeEncoder(WIDTH, new byte[] {'\n'});
            return "-----BEGIN PRIVATE KEY-----\n" + encoder.encodeToString(key.getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
