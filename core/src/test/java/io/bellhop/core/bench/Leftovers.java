package io.bellhop.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What programs that were run may leave behind.
 *
 * @param processes processes of the bot
 * @param files temporary files and folders of the bot
 * @param groups control groups
 * @param mounts mounts that the bot sees
 * @param handles files that the bot has open
 */
record Leftovers(long processes, long files, long groups, long mounts, long handles) {
    private static final int DEEPEST_GROUP = 6;

    static Leftovers now() throws IOException {
        var groups = Path.of("/sys/fs/cgroup");
        return new Leftovers(
                ProcessHandle.current().descendants().count(),
                count(
                        Path.of(System.getProperty("java.io.tmpdir")),
                        1,
                        path -> path.getFileName().toString().startsWith("bellhop")),
                count(groups, DEEPEST_GROUP, Files::isDirectory),
                Files.readAllLines(Path.of("/proc/self/mounts")).size(),
                count(Path.of("/proc/self/fd"), 1, path -> true));
    }

    /** Returns how much more there is now. */
    Leftovers since(Leftovers before) {
        return new Leftovers(
                processes - before.processes,
                files - before.files,
                groups - before.groups,
                mounts - before.mounts,
                handles - before.handles);
    }

    private static long count(Path folder, int depth, Predicate<Path> counted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var paths = Files.walk(folder, depth)) {
            return paths.filter(counted).count();
        }
    }
}
