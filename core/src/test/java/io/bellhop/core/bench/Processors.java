package io.bellhop.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the whole machine's processors do. */
final class Processors {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int MILLIS_PER_TICK = 10;
    private static final int LOOK_MILLIS = 1000;
    private static final int QUIET_MILLIS = 200;
    private static final int MOST_LOOKS = 60;

    private Processors() {}

    /** Returns the time that was not idle, of all of them, whoever took it. */
    static long busyMillis() throws IOException {
        var fields = Files.readAllLines(STAT).getFirst().split("\\s+", -1);
        var busy = 0L;
        for (var field = 1; field < fields.length; field++) {
            var isIdle = field == 4 || field == 5;
            busy += isIdle ? 0 : Long.parseLong(fields[field]);
        }
        return busy * MILLIS_PER_TICK;
    }

    /**
     * Waits until they have little to do, so that a bot has done all that it does at its start; on a machine that is
     * never quiet, for a minute.
     */
    static void awaitQuiet() throws IOException, InterruptedException {
        for (var look = 0; look < MOST_LOOKS; look++) {
            var before = busyMillis();
            Thread.sleep(LOOK_MILLIS);
            if (busyMillis() - before < QUIET_MILLIS) {
                return;
            }
        }
    }
}
