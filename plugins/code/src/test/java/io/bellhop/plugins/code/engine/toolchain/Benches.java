package io.bellhop.plugins.code.engine.toolchain;

import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.language.LanguageBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Sandboxes to try languages in. */
final class Benches implements AutoCloseable {
    private static final int UID = 68_950;

    private final Sandboxes sandboxes;

    Benches() throws IOException {
        sandboxes = new Sandboxes(new View(LanguageBook.of(Map.of()).roots(), 256 << 20));
    }

    Sandbox open() throws IOException, InterruptedException {
        return sandboxes.open(new Slot(0, user(), Optional.empty()));
    }

    private static Optional<HostUser> user() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                    ? Optional.of(new HostUser(UID, false))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        sandboxes.close();
    }
}
