package io.bellhop.core.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a disk holds at some moment, and would hold if the power had failed before. */
final class Disk {
    private static final String FILE = "core.db";
    private static final String LOG = "core.db-wal";
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int PAGE_SIZE_AT = 8;
    private static final int TORN = 100;

    private Disk() {}

    /** Copies what a process that is killed now would leave. */
    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            Files.copy(from.resolve(FILE), to.resolve(FILE));
            Files.copy(from.resolve(LOG), to.resolve(LOG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Copies what would be left if the power had failed: once for each commit, with all up to it safely on the disk and
     * the first bytes of the next.
     */
    static List<Path> copies(Path from, Path to) throws IOException {
        var log = Files.readAllBytes(from.resolve(LOG));
        var copies = new ArrayList<Path>();
        for (int end : commits(log)) {
            var copy = Files.createDirectories(to.resolve(Integer.toString(end)));
            Files.copy(from.resolve(FILE), copy.resolve(FILE));
            Files.write(copy.resolve(LOG), Arrays.copyOf(log, Math.min(log.length, end + TORN)));
            copies.add(copy);
        }
        return copies;
    }

    /** Where each commit ends: at a frame that tells the size of the file. */
    private static List<Integer> commits(byte[] log) {
        var bytes = ByteBuffer.wrap(log);
        int frame = FRAME_HEADER + bytes.getInt(PAGE_SIZE_AT);
        var ends = new ArrayList<Integer>();
        for (int at = HEADER; at + frame <= log.length; at += frame) {
            if (bytes.getInt(at + Integer.BYTES) != 0) {
                ends.add(at + frame);
            }
        }
        return ends;
    }
}
