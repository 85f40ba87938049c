package io.bellhop.plugins.code.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a program's output down, up to a cap. Safe for use by the program's thread and by one that reads meanwhile. */
public final class OutputRecorder {
    private final int limit;
    private final Progress progress;
    private final List<Output.Chunk> finished = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private Output.Stream stream = Output.Stream.OUT;
    private int bytes;

    /**
     * Makes a recorder.
     *
     * @param limit the most bytes, in UTF-8, that it keeps
     * @param progress hears what is kept
     */
    public OutputRecorder(int limit, Progress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    /**
     * Takes a piece down, or as much of it as there is room for; never half a character.
     *
     * @param target where it was written
     * @param text what was written
     * @return false if something had to be left out
     */
    public synchronized boolean write(Output.Stream target, String text) {
        var size = text.getBytes(StandardCharsets.UTF_8).length;
        var kept = size <= limit - bytes ? text : head(text, limit - bytes);
        bytes += Math.min(size, limit - bytes);
        if (!kept.isEmpty()) {
            append(target, kept);
            progress.wrote(new Output.Chunk(target, kept));
        }
        return kept.length() == text.length();
    }

    /**
     * Returns what was taken down so far.
     *
     * @return the output
     */
    public synchronized Output output() {
        var chunks = new ArrayList<>(finished);
        if (!current.isEmpty()) {
            chunks.add(new Output.Chunk(stream, current.toString())); // which may go on after this look at it
        }
        return new Output(List.copyOf(chunks));
    }

    private void append(Output.Stream target, String text) {
        if (target != stream && !current.isEmpty()) {
            finished.add(new Output.Chunk(stream, current.toString()));
            current.setLength(0);
        }
        stream = target;
        current.append(text);
    }

    private static String head(String text, int room) {
        var used = 0;
        var end = 0;
        while (end < text.length()) {
            var point = text.codePointAt(end);
            used += width(point);
            if (used > room) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    private static int width(int point) {
        if (point < 0x80) {
            return 1;
        }
        return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
