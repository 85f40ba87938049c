package io.bellhop.plugins.code.engine.sandbox.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds out what processes wait for, by the system calls that they sleep in. */
final class Waiting {
    private static final Path PROC = Path.of("/proc");
    private static final int MOST_POLLED = 1024;
    private static final int POLL_ENTRY = 8;

    /** A line of the file {@code fdinfo} of proc(5) for each file of an epoll instance. */
    private static final Pattern LISTED = Pattern.compile("^tfd: *(\\d+) .*\\bino:(\\p{XDigit}+)");

    /**
     * The numbers of the calls that can wait for input.
     *
     * @param reads those that read one file
     * @param events those that wait for an epoll instance
     * @param polls those that wait for an array of files
     * @param selects those that wait for sets of files
     */
    private record Calls(Set<String> reads, Set<String> events, Set<String> polls, Set<String> selects) {}

    private static final Map<String, Calls> CALLS = Map.of(
            "amd64", new Calls(Set.of("0", "19"), Set.of("232", "281"), Set.of("7", "271"), Set.of("23", "270")),
            "aarch64", new Calls(Set.of("63", "65"), Set.of("22"), Set.of("73"), Set.of("72")));

    private Waiting() {}

    /** Tells whether a thread of a process sleeps until there is something in its program's input. */
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
        return (calls.reads.contains(call[0]) && InputPipe.isAt(process, first))
                || (calls.events.contains(call[0]) && isListed(process, first))
                || (calls.polls.contains(call[0]) && isPolled(process, first, number(call[2])))
                || (calls.selects.contains(call[0]) && isSelected(process, first, number(call[2])));
    }

    /** Tells whether the input is among the files of an epoll instance. */
    private static boolean isListed(Path process, long descriptor) throws IOException {
        var file = process.resolve("fdinfo").resolve(Long.toString(descriptor));
        try (var lines = Files.lines(file, ISO_8859_1)) {
            return lines.map(LISTED::matcher)
                    .filter(Matcher::find)
                    .anyMatch(line -> InputPipe.isAt(
                            process, Long.parseLong(line.group(1)), Long.parseUnsignedLong(line.group(2), 16)));
        }
    }

    /** Tells whether an array of {@code struct pollfd} names the input. */
    private static boolean isPolled(Path process, long address, long count) throws IOException {
        var polled = memory(process, address, (int) Math.min(count, MOST_POLLED) * POLL_ENTRY);
        return IntStream.iterate(0, entry -> entry < polled.capacity(), entry -> entry + POLL_ENTRY)
                .anyMatch(entry -> InputPipe.isAt(process, polled.getInt(entry)));
    }

    /** Tells whether the input is in an {@code fd_set}, a bit for each descriptor. */
    private static boolean isSelected(Path process, long count, long address) throws IOException {
        if (address == 0) {
            return false;
        }
        var bytes = Math.ceilDiv((int) Math.min(count, MOST_POLLED), Byte.SIZE);
        return BitSet.valueOf(memory(process, address, bytes)).stream()
                .anyMatch(descriptor -> InputPipe.isAt(process, descriptor));
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
