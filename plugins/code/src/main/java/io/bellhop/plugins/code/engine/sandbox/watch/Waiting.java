package io.bellhop.plugins.code.engine.sandbox.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what processes wait for, by the system calls that they sleep in. */
final class Waiting {
    private static final Path PROC = Path.of("/proc");

    /**
     * The numbers of {@code read}, and of what waits for several files at once: {@code epoll_wait},
     * {@code epoll_pwait}.
     */
    private static final Map<String, Calls> CALLS = Map.of(
            "amd64", new Calls(Set.of("0", "19"), Set.of("232", "281")),
            "aarch64", new Calls(Set.of("63", "65"), Set.of("22")));

    private record Calls(Set<String> reads, Set<String> events) {}

    private Waiting() {}

    /** Tells whether a thread of a process reads its standard input, and there is nothing to read. */
    static boolean isForInput(long process) {
        var calls = CALLS.getOrDefault(System.getProperty("os.arch"), new Calls(Set.of(), Set.of()));
        var folder = PROC.resolve(Long.toString(process));
        try (var threads = Files.list(folder.resolve("task"))) {
            return threads.anyMatch(thread -> isForInput(folder, thread, calls));
        } catch (IOException | UncheckedIOException e) {
            return false; // it has ended
        }
    }

    private static boolean isForInput(Path process, Path thread, Calls calls) {
        try {
            var call = Files.readString(thread.resolve("syscall"), ISO_8859_1).split(" ", 3);
            return call.length == 3
                    && (calls.reads.contains(call[0])
                            ? call[1].equals("0x0")
                            : calls.events.contains(call[0]) && hasInput(process, call[1]));
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    /** Tells whether standard input is among the files of an epoll instance, as {@code fdinfo} lists them. */
    private static boolean hasInput(Path process, String descriptor) throws IOException {
        var file = process.resolve("fdinfo").resolve(Integer.decode(descriptor).toString());
        try (Stream<String> lines = Files.lines(file, ISO_8859_1)) {
            return lines.anyMatch(
                    line -> line.startsWith("tfd:") && line.substring(4).strip().startsWith("0 "));
        }
    }
}
