package io.bellhop.plugins.code.engine.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether this machine lets anybody make sandboxes: where its kernel forbids it, tests of them are skipped. */
public final class Namespaces {
    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");

    private Namespaces() {}

    /**
     * Skips the test that asks if sandboxes can't be made here; in continuous integration a missing package is no
     * excuse.
     */
    public static void assumePossible() {
        assumeTrue(
                System.getenv("CI") != null || Files.isExecutable(BUBBLEWRAP),
                "bubblewrap is not installed: apt install bubblewrap");
        assumeTrue(!Files.isExecutable(BUBBLEWRAP) || areAllowed(), "the kernel allows no user namespaces here");
    }

    private static boolean areAllowed() {
        try {
            var command = new ArrayList<String>();
            if (Boxes.uid().isPresent()) {
                command.addAll(List.of("setpriv", "--reuid", "68999", "--regid", "68999", "--clear-groups"));
            }
            command.addAll(List.of("bwrap", "--unshare-user", "--ro-bind", "/", "/", "true"));
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
