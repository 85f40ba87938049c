package io.bellhop.plugins.scripts;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.scripts.store.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the file that a script shall read. */
final class Input {
    private static final int MOST = 1 << 20;

    private Input() {}

    static String of(Attachment file) throws IOException {
        try (var in = file.open()) {
            var bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw BellhopException.limit(
                        "script.input-too-big", "A script reads files of " + Size.of(MOST) + " at most.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
