package io.bellhop.plugins.code.engine.sandbox.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Finds out what processes wait for, by the system calls that they sleep in. */
final class Waiting {
    private static final Path PROC = Path.of("/proc");
    private static final int MOST_POLLED = 1024;
    private static final int POLL_ENTRY = 8;

    /**
     * The numbers of the calls that can wait for input.
     *
     * @param reads {@code read} and {@code readv}
     * @param events {@code epoll_wait} and {@code epoll_pwait}
     * @param polls {@code poll} and {@code ppoll}
     * @param selects {@code select} and {@code pselect6}
     */
    private record Calls(Set<String> reads, Set<String> events, Set<String> polls, Set<String> selects) {}

    private static final Map<String, Calls> CALLS = Map.of(
            "amd64", new Calls(Set.of("0", "19"), Set.of("232", "281"), Set.of("7", "271"), Set.of("23", "270")),
            "aarch64", new Calls(Set.of("63", "65"), Set.of("22"), Set.of("73"), Set.of("72")));

    private Waiting() {}

    /** Tells whether a thread of a process sleeps until there is something on its standard input. */
    static boolean isForInput(long process) {
        var folder = PROC.resolve(Long.toString(process));
        try (var threads = Files.list(folder.resolve("task"))) {
            return threads.anyMatch(thread -> isForInput(folder, thread));
        } catch (IOException | UncheckedIOException e) {
            return false; // it has ended
        }
    }

    /** The file {@code syscall} of proc(5): the call's number and arguments, of a thread that sleeps in one. */
    private static boolean isForInput(Path process, Path thread) {
        var calls = CALLS.get(System.getProperty("os.arch"));
        try {
            var call = Files.readString(thread.resolve("syscall"), ISO_8859_1).split(" ", -1);
            return calls != null && call.length > 3 && isForInput(process, calls, call);
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    private static boolean isForInput(Path process, Calls calls, String[] call) throws IOException {
        long first = number(call[1]);
        return calls.reads.contains(call[0]) && first == 0
                || calls.events.contains(call[0]) && isListed(process, first)
                || calls.polls.contains(call[0]) && isPolled(process, first, number(call[2]))
                || calls.selects.contains(call[0]) && isSelected(process, number(call[2]));
    }

    /** Tells whether standard input is among the files of an epoll instance. */
    private static boolean isListed(Path process, long descriptor) throws IOException {
        var file = process.resolve("fdinfo").resolve(Long.toString(descriptor));
        try (var lines = Files.lines(file, ISO_8859_1)) {
            return lines.anyMatch(
                    line -> line.startsWith("tfd:") && line.substring(4).strip().startsWith("0 "));
        }
    }

    /** Tells whether an array of {@code struct pollfd} names standard input. */
    private static boolean isPolled(Path process, long address, long count) throws IOException {
        var polled = memory(process, address, (int) Math.min(count, MOST_POLLED) * POLL_ENTRY);
        for (var entry = 0; entry < polled.capacity(); entry += POLL_ENTRY) {
            if (polled.getInt(entry) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether standard input, the first bit, is in an {@code fd_set}. */
    private static boolean isSelected(Path process, long address) throws IOException {
        return address != 0 && (memory(process, address, 1).get(0) & 1) != 0;
    }

    /** Reads a number such as {@code 0xffffffffffffffff}. */
    private static long number(String written) {
        return Long.parseUnsignedLong(written.substring(2), 16);
    }

    private static ByteBuffer memory(Path process, long address, int size) throws IOException {
        try (var memory = new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            var bytes = new byte[size];
            memory.seek(address);
            memory.readFully(bytes);
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
