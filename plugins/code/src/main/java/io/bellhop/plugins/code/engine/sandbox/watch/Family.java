package io.bellhop.plugins.code.engine.sandbox.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The processes of a sandbox, as the host sees them: all descend from its first one, since orphans become its children.
 * What is read is as of the moment of reading; a process that ends meanwhile is passed over.
 */
public final class Family {
    private static final Path PROC = Path.of("/proc");
    private static final int TICKS_PER_SECOND = 100;
    private static final List<String> FOLDERS = List.of("work", "tmp", "dev/shm");

    private static final Measure RESIDENT = new Measure("status", List.of("RssAnon:", "RssShmem:", "VmSwap:"));
    private static final Measure DIVIDED = new Measure("smaps_rollup", List.of("Pss_Anon:", "SwapPss:"));
    private static final Measure DIVIDED_SHARED = new Measure("smaps_rollup", List.of("Pss_Shmem:"));

    private final long launcher;
    private final int own;

    /**
     * What is summed of a process.
     *
     * @param file the file of proc(5) that tells it
     * @param labels the beginnings of the lines that do, such as {@code RssAnon: 512 kB}
     */
    private record Measure(String file, List<String> labels) {
        /** Returns bytes; empty if the process has ended, or may not be looked into. */
        OptionalLong of(long process) {
            try (var lines = Files.lines(Family.file(process, file), ISO_8859_1)) {
                return OptionalLong.of(lines.filter(line -> labels.stream().anyMatch(line::startsWith))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .sum());
            } catch (IOException | UncheckedIOException e) {
                return OptionalLong.empty();
            }
        }
    }

    /**
     * Makes a family.
     *
     * @param launcher the process, outside, whose only child is the sandbox's first process
     * @param own how many processes are the sandbox's own: the first one, its only child, and so on
     */
    public Family(long launcher, int own) {
        this.launcher = launcher;
        this.own = own;
    }

    /**
     * Returns the first process.
     *
     * @return its number on the host, or empty if there is none (yet, or any more)
     */
    public Optional<Long> first() {
        return children(launcher).stream().findFirst();
    }

    /**
     * Returns the processor's time that all have taken, also those that have ended and were waited for.
     *
     * @return the time, to a hundredth of a second
     */
    public Duration cpu() {
        var ticks = members().stream().mapToLong(Family::ticks).sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /**
     * Returns the memory that all have of their own, also what of it was swapped out. Pages that several share are
     * counted for each.
     *
     * @return bytes, at least what they really have, apart from files in memory
     */
    public long memory() {
        return members().stream().mapToLong(Family::resident).sum();
    }

    /**
     * Returns the memory that all have, where what several share is divided among them, with the files in memory. A
     * page of a file that is mapped is counted once, and shared memory that is no file only where it is more than all
     * files.
     *
     * @param files the files in memory
     * @return bytes, at most what they really have
     */
    public long memoryWith(long files) {
        var members = members();
        return members.stream().mapToLong(Family::divided).sum()
                + Math.max(
                        members.stream()
                                .mapToLong(member -> DIVIDED_SHARED.of(member).orElse(0))
                                .sum(),
                        files);
    }

    /**
     * Returns what is in the folders that can be written to, which are in memory.
     *
     * @return bytes; 0 if there is no sandbox (yet, or any more)
     */
    public long files() {
        return members().stream()
                .skip(own - 1)
                .limit(1)
                .mapToLong(Family::files)
                .sum();
    }

    /**
     * Returns what waits in sockets to be read.
     *
     * @return bytes, which may be more than there are; 0 if there is no sandbox (yet, or any more)
     */
    public long sockets() {
        return first().map(process -> Sockets.memory(PROC.resolve(Long.toString(process))))
                .orElse(0L);
    }

    /**
     * Tells whether one of them, but for the sandbox's own, sleeps until there is something on its standard input.
     *
     * @return true if one reads it, or waits for an event of it among others
     */
    public boolean waitsForInput() {
        return members().stream().skip(own).anyMatch(Waiting::isForInput);
    }

    private List<Long> members() {
        var members = new ArrayList<Long>();
        var next = new ArrayDeque<>(children(launcher));
        while (!next.isEmpty()) {
            var member = next.remove();
            members.add(member);
            next.addAll(children(member));
        }
        return members;
    }

    private static List<Long> children(long process) {
        var children = new ArrayList<Long>();
        try (var threads = tasks(process)) {
            for (var thread : threads) {
                for (var child : words(thread.resolve("children"))) {
                    children.add(Long.valueOf(child));
                }
            }
        } catch (IOException e) {
            return children; // it has ended
        }
        return children;
    }

    @SuppressWarnings("StreamResourceLeak") // closed by the caller
    private static DirectoryStream<Path> tasks(long process) throws IOException {
        return Files.newDirectoryStream(PROC.resolve(process + "/task"));
    }

    /** The fields utime, stime, cutime and cstime of proc(5), which come after the name in parentheses. */
    private static long ticks(long process) {
        try {
            var stat = Files.readString(file(process, "stat"), ISO_8859_1);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var sum = 0L;
            for (var field = 11; field <= 14; field++) {
                sum += Long.parseLong(fields[field]);
            }
            return sum;
        } catch (IOException e) {
            return 0; // it has ended
        }
    }

    private static long resident(long process) {
        return RESIDENT.of(process).orElse(0);
    }

    private static long divided(long process) {
        return DIVIDED.of(process).orElseGet(() -> resident(process));
    }

    /** As the process sees its folders, in namespaces of its own; they are no folders of the host. */
    private static long files(long process) {
        return FOLDERS.stream()
                .map(folder -> file(process, "root").resolve(folder).toFile())
                .mapToLong(folder -> folder.getTotalSpace() - folder.getFreeSpace())
                .sum();
    }

    private static String[] words(Path file) throws IOException {
        var text = Files.readString(file).strip();
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    private static Path file(long process, String name) {
        return PROC.resolve(process + "/" + name);
    }
}
