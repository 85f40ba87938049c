package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs programs on the host itself, outside of any sandbox: such as the owner's system has, and never a user's. */
public final class HostProgram {
    private static final int MOST_READ = 4096;

    private HostProgram() {}

    /**
     * How a program ended.
     *
     * @param exitCode its exit code
     * @param said the beginning of what it wrote, to either stream
     */
    public record Ended(int exitCode, String said) {}

    /**
     * Runs a program to its end, without input. Its output goes to a file, so that one that never ends, or holds its
     * output open, holds nobody up.
     *
     * @param words the program and its arguments
     * @param environment all of its environment
     * @param patience how long it may take; then it is ended
     * @return how it ended, or empty if it took too long
     * @throws IOException if it can't be started
     * @throws InterruptedException if the thread is interrupted; the program is then ended
     */
    public static Optional<Ended> run(List<String> words, Map<String, String> environment, Duration patience)
            throws IOException, InterruptedException {
        var output = File.createTempFile("bellhop-program", null);
        try {
            return run(words, environment, patience, output);
        } finally {
            output.delete();
        }
    }

    private static Optional<Ended> run(
            List<String> words, Map<String, String> environment, Duration patience, File output)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output)
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new Ended(process.exitValue(), head(output)))
                    : Optional.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String head(File output) throws IOException {
        try (var stream = new FileInputStream(output)) {
            return new String(stream.readNBytes(MOST_READ), UTF_8);
        }
    }
}
