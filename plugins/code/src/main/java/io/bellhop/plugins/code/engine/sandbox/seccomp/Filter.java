package io.bellhop.plugins.code.engine.sandbox.seccomp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The shipped filter for one architecture, as a file that stands in no folder, which bubblewrap takes by a descriptor.
 */
public final class Filter implements AutoCloseable {
    private final MemoryFile file;

    /**
     * Puts the filter into a file in memory, which goes with the bot, however that ends.
     *
     * @param architecture {@code x86_64} or {@code aarch64}
     * @throws IOException if there is no room for it
     */
    public Filter(String architecture) throws IOException {
        this.file = new MemoryFile("bellhop-seccomp", shipped(architecture));
    }

    /**
     * Returns where the bot's own child processes can open the file.
     *
     * @return its path
     * @throws IOException if there is no {@code /proc}
     */
    public Path file() throws IOException {
        return file.path();
    }

    @Override
    public void close() {
        file.close();
    }

    static byte[] shipped(String architecture) throws IOException {
        try (var resource = Filter.class.getResourceAsStream(architecture + ".bpf")) {
            return Optional.ofNullable(resource).orElseThrow().readAllBytes();
        }
    }
}
