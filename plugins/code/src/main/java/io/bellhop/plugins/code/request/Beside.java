package io.bellhop.plugins.code.request;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.error.BellhopException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The files beside a program: few, not large, in memory, and under names that are safe anywhere. */
final class Beside {
    static final int MOST_BYTES = 1 << 20;

    private static final int MOST_FILES = 20;
    private static final int LONGEST_ENDING = 10;
    private static final int LONGEST_NAME = 80; // three bytes each are no more than a system takes

    private Beside() {}

    static List<Attachment> of(List<Attachment> sent) {
        var files = new ArrayList<Attachment>();
        var names = new HashSet<String>();
        long bytes = 0;
        for (var file : sent) {
            var content = FileText.bytes(file);
            bytes += content.length;
            if (files.size() == MOST_FILES || bytes > MOST_BYTES) {
                throw tooMuch();
            }
            var name = safe(file.name());
            if (!names.add(name)) {
                throw BellhopException.user("code.file", "Two files are named " + name + ". Rename one.");
            }
            files.add(Attachment.of(name, content));
        }
        return List.copyOf(files);
    }

    static BellhopException tooMuch() {
        return BellhopException.limit(
                "code.files", "Beside a program lie at most " + MOST_FILES + " files of 1 MiB together.");
    }

    private static String safe(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}._-]", "_")
                .replaceAll("^[.-]+", "_");
        return clean.isEmpty() ? "_" : shortened(clean);
    }

    /** Keeps the ending, by which programs know what a file is. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int end = LONGEST_NAME - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
