package io.bellhop.core.discord.content;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Text;
import io.bellhop.core.chat.Visible;
import io.bellhop.core.discord.request.TooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.dv8tion.jda.api.utils.FileUpload;

/** Files on their way to Discord, under names that do no harm and no larger than it takes. */
final class SentFile {
    private static final double MEBIBYTE = 1 << 20;

    private SentFile() {}

    /** Says why a file is not sent. */
    static Text note(Attachment attachment, Place place) {
        var told = Text.of("(")
                .code(name(attachment))
                .add(", %.1f MiB, is not here: ".formatted(attachment.size() / MEBIBYTE));
        return place.files()
                ? told.add("Discord takes %.0f MiB here.)".formatted(place.largestFile() / MEBIBYTE))
                : told.add("an admin can grant me the permission Attach Files.)");
    }

    static boolean isTaken(Attachment attachment, Place place) {
        return place.files() && attachment.size() <= place.largestFile();
    }

    static FileUpload of(Attachment attachment, Place place) {
        return FileUpload.fromStreamSupplier(name(attachment), () -> open(attachment, place.largestFile()));
    }

    private static String name(Attachment attachment) {
        var name = Visible.of(attachment.name()).replaceAll("[/\\\\\\s]", "_");
        return name.isBlank() ? "file" : name;
    }

    private static InputStream open(Attachment attachment, long most) {
        try {
            return new Bounded(attachment.open(), most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends with a failure beyond a size, whatever size was declared. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int read) throws TooLarge {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }
}
