package io.bellhop.plugins.code.answer;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The files that a program made, as many as a message bears. */
final class OutFiles {
    /** As many as a message on Discord takes. */
    private static final int PLACES = 10;

    /** One place is left for the whole output. */
    private static final int MOST = 9;

    private static final long MOST_BYTES = 8L << 20;

    private final List<Attachment> uploaded = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** How many the engine left out already, by names that nobody knows. */
    private final int more;

    private final boolean isFolder;
    private final int most;

    private OutFiles(Outcome outcome, int others) {
        most = Math.min(MOST, PLACES - others);
        more = outcome.leftOut().orElse(0);
        isFolder = outcome.leftOut().isPresent();
        long bytes = 0;
        for (var file : outcome.files()) {
            if (uploaded.size() < most && bytes + file.size() <= MOST_BYTES) {
                uploaded.add(file);
                bytes += file.size();
            } else {
                leftOut.add(file.name());
            }
        }
    }

    /** Adds the files that a program left, and says which are left out, and why that may be. */
    static Content addTo(Content content, Outcome outcome) {
        return new OutFiles(outcome, content.attachments().size()).addedTo(content);
    }

    private Content addedTo(Content content) {
        var full = content;
        for (var file : uploaded) {
            full = full.with(file);
        }
        return leftOut.isEmpty() && more == 0 && isFolder ? full : full.with(said(full.text()));
    }

    private Text said(Text text) {
        return text.line()
                .add(
                        isFolder
                                ? "Left out of out/: " + those() + ". At most " + most + " files of 8 MiB together are"
                                        + " sent, and only regular ones that can be read."
                                : "Nothing is sent of out, since it is no folder.");
    }

    private String those() {
        int all = leftOut.size() + more;
        if (more == 0) {
            return String.join(", ", leftOut);
        }
        return all == 1 ? "1 file or folder" : all + " files or folders";
    }
}
