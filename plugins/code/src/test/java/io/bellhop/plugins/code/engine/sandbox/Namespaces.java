package io.bellhop.plugins.code.engine.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether this machine lets whoever runs the tests make sandboxes. */
final class Namespaces {
    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");
    private static final List<String> EVERY_NAMESPACE =
            List.of("bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "true");

    private Namespaces() {}

    /** Tells whether they can be made. In continuous integration nothing may be passed over for want of them. */
    static boolean arePossible() {
        return arePossible(Files.isExecutable(BUBBLEWRAP) && Allowed.BY_THE_KERNEL, System.getenv("CI") != null);
    }

    static boolean arePossible(boolean allowed, boolean required) {
        if (!allowed && required) {
            throw new IllegalStateException(
                    "No sandbox can be made here, which must be tried. Install bubblewrap, and on"
                            + " Ubuntu run: sysctl kernel.apparmor_restrict_unprivileged_userns=0");
        }
        return allowed;
    }

    private static final class Allowed {
        private static final boolean BY_THE_KERNEL = tryThem();

        private static boolean tryThem() {
            try {
                var command = new ArrayList<String>();
                if (Boxes.user().isPresent()) {
                    command.addAll(List.of("setpriv", "--reuid", "68999", "--regid", "68999", "--clear-groups"));
                }
                command.addAll(EVERY_NAMESPACE);
                return new ProcessBuilder(command).start().waitFor() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
