package io.bellhop.plugins.code.engine.sandbox.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where control groups are mounted, and which of them this process is in.
 *
 * @param first this process's folder for each controller of version 1
 * @param second this process's folder in version 2
 */
record Hierarchies(Map<String, Path> first, Optional<Path> second) {
    private static final int TYPE = 2;

    /**
     * Reads them.
     *
     * @param mounts the lines of {@code /proc/self/mounts}
     * @param groups the lines of {@code /proc/self/cgroup}
     */
    static Hierarchies of(List<String> mounts, List<String> groups) {
        var paths = new HashMap<String, String>();
        for (var line : groups) {
            var fields = line.split(":", 3);
            for (var controller : fields[1].split(",", -1)) {
                paths.put(controller, fields[2]);
            }
        }
        var first = new HashMap<String, Path>();
        var second = Optional.<Path>empty();
        for (var line : mounts) {
            var fields = line.split(" ", -1);
            if (fields[TYPE].equals("cgroup2")) {
                second = Optional.of(own(fields[1], paths.getOrDefault("", "/")));
            } else if (fields[TYPE].equals("cgroup")) {
                for (var option : fields[TYPE + 1].split(",", -1)) {
                    var path = paths.get(option);
                    if (path != null) {
                        first.put(option, own(fields[1], path));
                    }
                }
            }
        }
        return new Hierarchies(first, second);
    }

    static Hierarchies ofThisProcess() throws IOException {
        return of(Files.readAllLines(Path.of("/proc/self/mounts")), Files.readAllLines(Path.of("/proc/self/cgroup")));
    }

    /** In a container the path may be that of the host, while the mount begins at the container's own group. */
    private static Path own(String mount, String path) {
        var folder = Path.of(mount + path).normalize();
        return Files.isDirectory(folder) ? folder : Path.of(mount);
    }
}
