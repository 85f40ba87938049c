package io.bellhop.plugins.code.answer;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import java.util.ArrayList;
import java.util.List;

/** The files that a program made, as many as a message bears. */
final class OutFiles {
    /** A message on Discord takes ten files; one place is left for the whole output. */
    private static final int MOST = 9;

    private static final long MOST_BYTES = 8L << 20;

    private final List<Attachment> uploaded = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private OutFiles(List<Attachment> files) {
        long bytes = 0;
        for (var file : files) {
            if (uploaded.size() < MOST && bytes + file.size() <= MOST_BYTES) {
                uploaded.add(file);
                bytes += file.size();
            } else {
                leftOut.add(file.name());
            }
        }
    }

    static OutFiles of(List<Attachment> files) {
        return new OutFiles(files);
    }

    /** Adds the files, and says which had no room. */
    Content addTo(Content content) {
        var full = content;
        for (var file : uploaded) {
            full = full.with(file);
        }
        return leftOut.isEmpty() ? full : full.with(said(full.text()));
    }

    private Text said(Text text) {
        var first = leftOut.stream().limit(MOST).toList();
        var more = leftOut.size() - first.size();
        return text.line()
                .add("Files that had no room here, of 8 MiB: " + String.join(", ", first)
                        + (more > 0 ? " and " + more + " more" : "") + ".");
    }
}
