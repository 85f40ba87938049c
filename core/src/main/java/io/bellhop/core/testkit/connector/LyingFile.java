package io.bellhop.core.testkit.connector;

import io.bellhop.api.chat.Attachment;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that is not as large as it says. */
record LyingFile(long size, boolean endless) implements Attachment {
    static LyingFile endless(long size) {
        return new LyingFile(size, true);
    }

    static LyingFile tiny(long size) {
        return new LyingFile(size, false);
    }

    @Override
    public String name() {
        return "lie.txt";
    }

    @Override
    public InputStream open() {
        return endless ? new Endless() : new ByteArrayInputStream(new byte[] {'x'});
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }
    }
}
