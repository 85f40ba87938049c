package io.bellhop.plugins.code.engine.sandbox.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Halts a process, by a signal that Java does not send: it has no other children from then on than it has then. */
public final class Halt {
    private static final long PAUSE_NANOS = 100_000;
    private static final int MOST_LOOKS = 2_000;

    /** The states of proc(5) of which only {@code T} is no end. */
    private static final String HALTED = "TZX";

    private Halt() {}

    /**
     * Halts a process, and waits until it has halted or ended, which takes some milliseconds: a kernel that makes a
     * child finishes that first. It goes on by no signal but one that ends it.
     *
     * @param process its number
     */
    public static void of(long process) {
        boolean interrupted = Thread.interrupted();
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -STOP " + process)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
            for (int looks = 0; looks < MOST_LOOKS && !isHalted(process); looks++) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isHalted(long process) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            return HALTED.indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException e) {
            return true; // it has ended
        }
    }
}
