package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import net.dv8tion.jda.api.entities.Message;

/** A file that stands on Discord's servers. */
public record DiscordAttachment(Message.Attachment file) implements Attachment {
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
            return file.getProxy().download().get();
        } catch (ExecutionException e) {
            throw new IOException("Discord did not hand out the file.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The wait for Discord's file was interrupted.");
        }
    }
}
