package io.bellhop.plugins.code.request;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.error.BellhopException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads files that people sent. */
final class FileText {
    private FileText() {}

    static String of(Attachment file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BellhopException.user("code.file", "The file " + file.name() + " is no text in UTF-8.");
        }
    }

    static byte[] bytes(Attachment file) {
        try (var content = file.open()) {
            var bytes = content.readNBytes(Beside.MOST_BYTES + 1);
            if (bytes.length > Beside.MOST_BYTES) {
                throw Beside.tooMuch();
            }
            return bytes;
        } catch (IOException e) {
            throw BellhopException.user(
                    "code.file", "The file " + file.name() + " could not be fetched. Send it again.");
        }
    }
}
