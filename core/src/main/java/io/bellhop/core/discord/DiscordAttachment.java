package io.bellhop.core.discord;

import io.bellhop.api.chat.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.entities.Message;

/** A file that stands on Discord's servers. */
record DiscordAttachment(Message.Attachment file) implements Attachment {
    @Override
    public String name() {
        return file.getFileName();
    }

    @Override
    public long size() {
        return file.getSize();
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return file.getProxy().download().join();
        } catch (CompletionException e) {
            throw new IOException("Discord did not hand out the file.", e.getCause());
        }
    }
}
