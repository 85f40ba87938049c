package io.bellhop.plugins.irc.show;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Visible;
import io.bellhop.plugins.irc.link.Links;
import io.bellhop.plugins.irc.wire.Encoding;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files on a platform that carries none: as a link where links are served, else as the beginning of their text. */
public final class Files {
    private static final int HEAD = 5;
    private static final String NEXT = "; the command more shows what follows";

    /** Stands for what is left out of an answer that comes with files: in these is more than was left out here. */
    public static final String REST_IN_FILE = "(and more" + NEXT + ")";

    private static final int READ = 4096;
    private static final int LONGEST_LINE = 300;

    private final Optional<Links> links;

    /**
     * Makes the rule for files.
     *
     * @param links serves links, or empty if nobody does
     */
    public Files(Optional<Links> links) {
        this.links = links;
    }

    /**
     * Shows a file. Blocks while it is read.
     *
     * @param file the file
     * @param room for how many lines there is room; one is taken in any case
     * @return lines in place of it, at least one
     */
    public List<String> lines(Attachment file, int room) {
        var note = line(PlainText.note(file));
        try {
            var link = link(file);
            if (link.isPresent()) {
                return List.of(note + " " + link.get());
            }
            var lines = new ArrayList<String>();
            lines.add(note);
            if (room > 1) {
                lines.addAll(head(file, Math.min(HEAD, room - 1)));
            }
            return lines;
        } catch (IOException _) {
            return List.of(note + " can't be read");
        }
    }

    private Optional<URI> link(Attachment file) throws IOException {
        return links.isEmpty() ? Optional.empty() : links.get().offer(file);
    }

    private static List<String> head(Attachment file, int most) throws IOException {
        byte[] bytes;
        try (var in = file.open()) {
            bytes = in.readNBytes(READ + 1);
        }
        var text = text(bytes, Math.min(bytes.length, READ));
        if (text.isEmpty()) {
            return List.of();
        }
        var all = text.get()
                .lines()
                .map(Files::line)
                .filter(line -> !line.isBlank())
                .map(Files::begun)
                .toList();
        var lines = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
        if (all.size() > most || bytes.length > READ) {
            lines.add("(and more)");
        }
        return lines;
    }

    /** Returns bytes as text, or empty if they are none. */
    private static Optional<String> text(byte[] bytes, int most) {
        int length = Encoding.border(bytes, most);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return text.indexOf(0) >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /**
     * Says how much of an answer was left out, and where it is.
     *
     * @param whole the whole answer
     * @param left how many lines of it are left out
     * @return a line
     */
    public String rest(String whole, int left) {
        var note = "(and " + left + (left == 1 ? " more line" : " more lines");
        try {
            var link = link(Attachment.of("answer.txt", Formatting.removed(whole)));
            return note + link.map(uri -> ": " + uri).orElse(NEXT) + ")";
        } catch (IOException _) {
            return note + NEXT + ")";
        }
    }

    /** One that is longer than a message would be several. */
    private static String begun(String line) {
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1)) ? LONGEST_LINE - 1 : LONGEST_LINE;
        return line.substring(0, end) + " ...";
    }

    private static String line(String string) {
        return Visible.of(string).replace('\n', ' ').replace('\t', ' ');
    }
}
