package io.bellhop.plugins.code.engine.sandbox.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a program's input from the pipes that its processes make among themselves. It is the pipe that none of them can
 * write to, since only the sandbox's own process, the first of those that the program sees, has its other end. What the
 * program's first descriptor was when it began says less: a shell puts other pipes there before anybody has looked.
 */
final class InputPipe {
    private static final String PIPE = "pipe:[";
    private static final String FLAGS = "flags:";
    private static final int ACCESS_MODE = 3;

    /** How many open files are looked at: whoever hides a pipe behind more is taken to wait for somebody. */
    private static final int MOST_FILES = 256;

    private InputPipe() {}

    /** Tells whether a descriptor of a process is its program's input. */
    static boolean isAt(Path process, long descriptor) {
        return pipe(process, descriptor).filter(pipe -> isInput(process, pipe)).isPresent();
    }

    /**
     * Tells whether a descriptor is its program's input, and still the file that it was.
     *
     * @param process the folder of a process in {@code /proc}
     * @param descriptor the descriptor
     * @param inode the number of the file
     */
    static boolean isAt(Path process, long descriptor, long inode) {
        return pipe(process, descriptor).equals(Optional.of(PIPE + inode + "]")) && isAt(process, descriptor);
    }

    private static Optional<String> pipe(Path process, long descriptor) {
        return target(process.resolve("fd").resolve(Long.toString(descriptor)));
    }

    /** What the process sees as {@code /proc} are the processes of its program, and the sandbox's own. */
    private static boolean isInput(Path process, String pipe) {
        try (var files = entries(process.resolve("root/proc"))
                .filter(InputPipe::isOfTheProgram)
                .flatMap(one -> entries(one.resolve("fd")))) {
            return files.limit(MOST_FILES).noneMatch(file -> isWrittenBy(file, pipe));
        }
    }

    private static boolean isOfTheProgram(Path process) {
        var number = process.getFileName().toString();
        return Character.isDigit(number.charAt(0)) && !number.equals("1");
    }

    private static boolean isWrittenBy(Path file, String pipe) {
        return target(file).equals(Optional.of(pipe)) && isWritable(file);
    }

    private static boolean isWritable(Path file) {
        var information = file.resolveSibling("../fdinfo").resolve(file.getFileName());
        try (var lines = Files.lines(information, ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(FLAGS))
                    .mapToInt(line ->
                            Integer.parseInt(line.substring(FLAGS.length()).strip(), 8))
                    .anyMatch(flags -> (flags & ACCESS_MODE) != 0);
        } catch (IOException | UncheckedIOException e) {
            return false; // it was closed
        }
    }

    /** Which pipe an open file is, if it is one. */
    private static Optional<String> target(Path file) {
        try {
            return Optional.of(Files.readSymbolicLink(file).toString()).filter(target -> target.startsWith(PIPE));
        } catch (IOException e) {
            return Optional.empty(); // it was closed
        }
    }

    @SuppressWarnings("StreamResourceLeak") // closed by the caller
    private static Stream<Path> entries(Path folder) {
        try {
            return Files.list(folder);
        } catch (IOException e) {
            return Stream.empty(); // the process has ended
        }
    }
}
