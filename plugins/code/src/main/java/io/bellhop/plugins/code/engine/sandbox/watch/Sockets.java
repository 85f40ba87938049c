package io.bellhop.plugins.code.engine.sandbox.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is written to the sockets of a network and not read yet, which the kernel counts for no process. */
final class Sockets {
    private static final Pattern ALL = Pattern.compile("sockets: used (\\d+)");
    private static final Pattern CONNECTIONS = Pattern.compile("TCP6?: inuse (\\d+)");
    private static final Pattern QUEUES = Pattern.compile(" ([0-9A-F]{8}):([0-9A-F]{8}) [0-9A-F]{2}:");

    /** The kernel does not say what is in one that is no connection: at most this, by its defaults. */
    private static final long MOST_IN_ONE = 212_992;

    /** As many as a program has that talks to its own threads and children, and are not worth the doubt. */
    private static final long FREE = 32;

    private Sockets() {}

    /**
     * Returns the memory in the sockets of a process's network.
     *
     * @param process the files of a process, as in {@code /proc}
     * @return bytes; 0 if it has ended
     */
    static long memory(Path process) {
        try {
            long connections = number(CONNECTIONS, process, "sockstat") + number(CONNECTIONS, process, "sockstat6");
            long others = number(ALL, process, "sockstat") - connections;
            long queued = connections == 0 ? 0 : queued(process, "tcp") + queued(process, "tcp6");
            return queued + Math.max(0, others - FREE) * MOST_IN_ONE;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long number(Pattern pattern, Path process, String file) throws IOException {
        var found = pattern.matcher(text(process, file));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static long queued(Path process, String file) throws IOException {
        return QUEUES.matcher(text(process, file))
                .results()
                .flatMap(line -> Stream.of(line.group(1), line.group(2)))
                .mapToLong(queue -> Long.parseLong(queue, 16))
                .sum();
    }

    private static String text(Path process, String file) throws IOException {
        var path = process.resolve("net").resolve(file);
        return Files.exists(path) ? Files.readString(path, ISO_8859_1) : ""; // there may be no version 6
    }
}
