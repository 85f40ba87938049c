package io.bellhop.core.journal;

import io.bellhop.api.chat.Attachment;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A file of a reply as it is stored.
 *
 * @param name the file's name
 * @param bytes the content, or null if it was too large to keep or could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredFile(String name, byte @Nullable [] bytes) {
    /** Reads a file of at most so many bytes. */
    static StoredFile of(Attachment attachment, int most) {
        if (attachment.size() > most) {
            return new StoredFile(attachment.name(), null);
        }
        try (var in = attachment.open()) {
            var bytes = in.readNBytes(most + 1);
            return new StoredFile(attachment.name(), bytes.length > most ? null : bytes);
        } catch (IOException | RuntimeException e) {
            // whoever sends it will meet the same, and tell
            LoggerFactory.getLogger(StoredFile.class).debug("a file of a reply can't be read", e);
            return new StoredFile(attachment.name(), null);
        }
    }
}
