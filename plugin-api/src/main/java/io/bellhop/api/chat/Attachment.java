package io.bellhop.api.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that came with a message or goes with one. */
public interface Attachment {
    /**
     * Returns the file's name as its sender gave it: untrusted, never to be used as a path.
     *
     * @return the name
     */
    String name();

    /**
     * Returns the size in bytes.
     *
     * @return the size as declared; a reader bounds what it reads all the same
     */
    long size();

    /**
     * Opens the content. Blocks while the platform is asked for it.
     *
     * @return a new stream, to be closed by the caller
     * @throws IOException if the content can't be had
     */
    InputStream open() throws IOException;

    /**
     * Makes an attachment of bytes in memory.
     *
     * @param name the file's name
     * @param bytes the content, which the caller no longer changes
     * @return the attachment
     */
    static Attachment of(String name, byte[] bytes) {
        return new Attachment() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /**
     * Makes an attachment of text, in UTF-8.
     *
     * @param name the file's name
     * @param text the content
     * @return the attachment
     */
    static Attachment of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
