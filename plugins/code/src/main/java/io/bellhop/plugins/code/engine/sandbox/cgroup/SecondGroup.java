package io.bellhop.plugins.code.engine.sandbox.cgroup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of version 2: one folder, all controllers. */
final class SecondGroup implements Group {
    private static final int MOST_DIGITS = 32;

    private final Knobs knobs;
    private long limit;

    /** Since Linux 6.12 what is written here makes the highest use, as read through the same opening, start anew. */
    private final @Nullable RandomAccessFile peak;

    SecondGroup(Path folder, int mostProcesses) throws IOException {
        this.knobs = Knobs.make(folder);
        knobs.set("pids.max", mostProcesses);
        if (knobs.has("memory.swap.max")) {
            knobs.set("memory.swap.max", 0);
        }
        this.peak = resettablePeak();
    }

    @Override
    public List<Path> folders() {
        return List.of(knobs.folder());
    }

    @Override
    public String name() {
        return knobs.folder().getFileName().toString();
    }

    @Override
    public void limitMemory(long bytes) throws IOException {
        if (bytes != limit) {
            knobs.set("memory.max", bytes);
            limit = bytes;
        }
        if (peak != null) {
            reset(peak);
        }
    }

    @Override
    public long memory() {
        return knobs.number("memory.current");
    }

    @Override
    public long peakMemory() {
        if (peak == null) {
            return 0;
        }
        try {
            var digits = new byte[MOST_DIGITS];
            peak.seek(0);
            var length = Math.max(0, peak.read(digits));
            return Long.parseLong(new String(digits, 0, length, US_ASCII).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public long memoryKills() {
        return knobs.number("memory.events", "oom_kill");
    }

    @Override
    public Duration cpu() {
        return Duration.ofNanos(knobs.number("cpu.stat", "usage_usec") * 1000);
    }

    @Override
    public void remove() throws IOException {
        if (peak != null) {
            peak.close();
        }
        if (knobs.has("cgroup.kill")) {
            knobs.set("cgroup.kill", 1);
        }
        knobs.remove();
    }

    private @Nullable RandomAccessFile resettablePeak() {
        try {
            var file =
                    new RandomAccessFile(knobs.folder().resolve("memory.peak").toFile(), "rw");
            reset(file);
            return file;
        } catch (IOException e) {
            return null; // an older kernel
        }
    }

    private static void reset(RandomAccessFile peak) throws IOException {
        peak.seek(0);
        peak.write("reset\n".getBytes(US_ASCII));
    }
}
