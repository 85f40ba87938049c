package io.bellhop.core.console;

import io.bellhop.api.chat.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on this machine that goes with a message. */
record FileAttachment(String name, Path path, long size) implements Attachment {
    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }
}
