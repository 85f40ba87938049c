package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.requests.RestConfig;

/** A file that stands on Discord's servers. */
public record DiscordAttachment(Message.Attachment file) implements Attachment {
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();

    @Override
    public String name() {
        return file.getFileName();
    }

    @Override
    public long size() {
        return file.getSize();
    }

    /** Begins no thread, as JDA's client would: it would be in the group of the plugin that reads, and outlive it. */
    @Override
    public InputStream open() throws IOException {
        try {
            return connection().getInputStream();
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("Discord did not hand out the file.", e);
        }
    }

    private HttpURLConnection connection() throws IOException {
        if (!(URI.create(file.getUrl()).toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("The file's address is none of the web.");
        }
        connection.setRequestProperty("User-Agent", RestConfig.USER_AGENT); // Cloudflare refuses Java's own
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        return connection;
    }
}
