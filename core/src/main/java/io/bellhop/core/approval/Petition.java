package io.bellhop.core.approval;

import io.bellhop.api.access.Need;
import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What someone asks to have approved: exactly what will run, however the message is changed later.
 *
 * @param ref names it, and the invocation that asked
 * @param asker who asks
 * @param name what they were called
 * @param place where
 * @param message what the platform calls the message that asks
 * @param asked when, in milliseconds
 * @param command the command's name
 * @param plugin whose command it is
 * @param line the command line without a prefix, with its code blocks
 * @param files the files that came with it
 * @param need what it takes
 * @param until when it expires, in milliseconds
 * @param sha256 the hash of line and files
 */
public record Petition(
        String ref,
        UserId asker,
        String name,
        Place place,
        String message,
        long asked,
        String command,
        String plugin,
        String line,
        List<StoredFile> files,
        Need need,
        long until,
        String sha256) {
    private static final int MOST_FILE_BYTES = 256 << 10;

    /**
     * A file, with its content.
     *
     * @param name its name
     * @param content its bytes, in hexadecimal
     */
    public record StoredFile(String name, String content) implements Attachment {
        @Override
        public long size() {
            return content.length() / 2;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(HexFormat.of().parseHex(content));
        }
    }

    /**
     * Writes a petition. Reads the message's files, so it may block.
     *
     * @param ref names the invocation that asks
     * @param message the message that asks
     * @param command the command's name
     * @param plugin whose command it is
     * @param line the command line without a prefix, with its code blocks
     * @param need what it takes
     * @param now the time
     * @return the petition
     * @throws IOException if a file can't be read, or they are more than 256 KiB
     */
    public static Petition of(
            String ref, Message message, String command, String plugin, String line, Need need, Instant now)
            throws IOException {
        var files = files(message.attachments());
        return new Petition(
                ref,
                message.author().id(),
                message.author().name(),
                Place.of(message.channel()),
                message.id().id(),
                message.time().toEpochMilli(),
                command,
                plugin,
                line,
                files,
                need,
                now.plus(need.within()).toEpochMilli(),
                sha256(line, files));
    }

    /** Tells whether what was stored is what was asked. */
    public boolean isIntact() {
        return sha256.equals(sha256(line, files));
    }

    /**
     * Returns the message that asked, as it was then.
     *
     * @param author who asked, as they are now
     * @return the message
     */
    public Message message(User author) {
        return new Asked(
                messageId(), place, author, line, List.copyOf(files), Optional.empty(), Instant.ofEpochMilli(asked));
    }

    MessageId messageId() {
        return new MessageId(place.id(), message);
    }

    Instant expiry() {
        return Instant.ofEpochMilli(until);
    }

    /** Returns for how long it waits: no longer than it was to at first, however the clock has jumped since. */
    Duration left(Instant now) {
        var left = Duration.between(now, expiry());
        var most = left.compareTo(need.within()) < 0 ? left : need.within();
        return most.isNegative() ? Duration.ZERO : most;
    }

    private record Asked(
            MessageId id,
            Place channel,
            User author,
            String text,
            List<Attachment> attachments,
            Optional<MessageId> repliesTo,
            Instant time)
            implements Message {}

    private static List<StoredFile> files(List<Attachment> attachments) throws IOException {
        var files = new ArrayList<StoredFile>();
        int left = MOST_FILE_BYTES;
        for (var attachment : attachments) {
            try (var in = attachment.open()) {
                var bytes = in.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new IOException("more than " + (MOST_FILE_BYTES >> 10) + " KiB of files");
                }
                files.add(new StoredFile(attachment.name(), HexFormat.of().formatHex(bytes)));
            }
        }
        return List.copyOf(files);
    }

    private static String sha256(String line, List<StoredFile> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, line);
            for (var file : files) {
                add(digest, file.name());
                add(digest, file.content());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
