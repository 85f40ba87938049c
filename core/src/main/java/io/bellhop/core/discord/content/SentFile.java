package io.bellhop.core.discord.content;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Text;
import io.bellhop.core.chat.Sizes;
import io.bellhop.core.chat.Visible;
import io.bellhop.core.discord.request.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import net.dv8tion.jda.api.utils.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files on their way to Discord, under names that do no harm and no larger than it takes. */
final class SentFile {
    private static final double MEBIBYTE = 1 << 20;

    private SentFile() {}

    /** Says why a file is not sent. */
    static Text note(Attachment attachment, Place place) {
        var told = Text.of("(").code(name(attachment)).add(", " + Sizes.format(attachment.size()) + ", is not here: ");
        return place.files()
                ? told.add("Discord takes %.0f MiB here.)".formatted(place.largestFile() / MEBIBYTE))
                : told.add("an admin can grant me the permission Attach Files.)");
    }

    static boolean isTaken(Attachment attachment, Place place) {
        return place.files() && attachment.size() <= place.largestFile();
    }

    static FileUpload of(Attachment attachment, Place place) {
        return FileUpload.fromStreamSupplier(name(attachment), () -> new Bytes(attachment, place.largestFile()));
    }

    static String name(Attachment attachment) {
        var name = Visible.of(attachment.name()).replaceAll("[/\\\\\\s]", "_");
        return name.isBlank() ? "file" : name;
    }

    /** Opens the file when it is read, and ends with a failure beyond a size, whatever size was declared. */
    private static final class Bytes extends InputStream {
        private final Attachment file;
        private @Nullable InputStream in;
        private long left;

        Bytes(Attachment file, long most) {
            this.file = file;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = readFrom(bytes, from, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw Unreadable.tooLarge(file);
            }
            return count;
        }

        /** The file may be a plugin's, which may fail in any way. */
        private int readFrom(byte[] bytes, int from, int length) throws Unreadable {
            try {
                var open = in == null ? file.open() : in;
                in = open;
                return open.read(bytes, from, length);
            } catch (IOException | RuntimeException e) {
                throw Unreadable.of(file, e);
            }
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }
}
