package io.bellhop.plugins.code.engine.sandbox.seccomp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The shipped filter for one architecture, as a file, which bubblewrap takes by a descriptor. */
public final class Filter implements AutoCloseable {
    private final String architecture;
    private Path file;

    /**
     * Puts the filter into a file.
     *
     * @param architecture {@code x86_64} or {@code aarch64}
     * @throws IOException if there is no room for it
     */
    public Filter(String architecture) throws IOException {
        this.architecture = architecture;
        this.file = written(architecture);
    }

    /**
     * Returns the file. It is put there again if it is gone: what tidies up temporary files takes old ones.
     *
     * @return the file
     * @throws IOException if there is no room for it
     */
    public synchronized Path file() throws IOException {
        if (!Files.exists(file)) {
            file = written(architecture);
        }
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static Path written(String architecture) throws IOException {
        try (var resource = Filter.class.getResourceAsStream(architecture + ".bpf")) {
            var file = Files.createTempFile("bellhop-seccomp", ".bpf"); // readable by its owner only
            Files.copy(Optional.ofNullable(resource).orElseThrow(), file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }
}
