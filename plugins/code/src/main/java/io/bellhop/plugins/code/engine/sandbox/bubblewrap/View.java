package io.bellhop.plugins.code.engine.sandbox.bubblewrap;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sandbox sees of the file system: the system's programs, read-only; an {@code /etc} of a few files; its own
 * {@code /proc} and {@code /dev}; and three folders to write to, in memory and of bounded size.
 *
 * @param roots further paths of the host that can be read, at the same place; those that don't exist, or that only root
 *     can reach, are left out
 * @param folderSize the most bytes in each of {@code /work}, {@code /tmp} and {@code /dev/shm}
 */
public record View(List<Path> roots, long folderSize) {
    /** How large each of the folders is where nothing else is said. */
    public static final long FOLDERS = 128 << 20;

    private static final Path SELF = Path.of("/proc/self");

    private static final List<String> SYSTEM = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");

    /** Without these, programs under {@code /usr} are not found or don't find their libraries. */
    private static final List<String> ETC =
            List.of("/etc/alternatives", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d");

    List<String> options() {
        var options = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        SYSTEM.forEach(folder -> options.addAll(sameAsHost(Path.of(folder))));
        ETC.forEach(path -> options.addAll(List.of("--ro-bind-try", path, path)));
        roots.stream()
                .filter(root -> !isShut(root))
                .forEach(root -> options.addAll(List.of("--ro-bind-try", root.toString(), root.toString())));
        options.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        for (var folder : List.of("/dev/shm", "/work", "/tmp")) {
            options.addAll(List.of("--size", Long.toString(folderSize), "--tmpfs", folder));
        }
        options.addAll(List.of("--symlink", "/tmp", "/var/tmp", "--remount-ro", "/dev", "--chdir", "/work"));
        return options;
    }

    /**
     * Tells whether a path can't be shown: where the bot is root, sandboxes have users of their own, and bubblewrap
     * makes none for one who can't reach what it shall show.
     *
     * @param path the path
     * @return true if it is there, and only root can reach it
     */
    public static boolean isShut(Path path) {
        try {
            return Files.getAttribute(SELF, "unix:uid").equals(0) && isKept(path);
        } catch (IOException e) {
            return false; // it is no Linux
        }
    }

    /**
     * Returns what only the bot's user can reach or read of what can be shown, so that sandboxes must run as it.
     *
     * @return the first such path, if there is one
     */
    public Optional<Path> shut() {
        return roots.stream().filter(root -> isKept(root) || !isReadable(root)).findFirst();
    }

    private static boolean isReadable(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(OTHERS_READ);
        } catch (IOException e) {
            return true; // it is not there
        }
    }

    private static boolean isKept(Path path) {
        try {
            return !isOpen(path.toRealPath());
        } catch (IOException e) {
            return false; // it is not there
        }
    }

    private static boolean isOpen(Path path) throws IOException {
        for (var folder = Files.isDirectory(path) ? path : path.getParent();
                folder != null;
                folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> sameAsHost(Path folder) {
        if (!Files.isSymbolicLink(folder)) {
            return List.of("--ro-bind-try", folder.toString(), folder.toString());
        }
        try {
            return List.of("--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
        } catch (IOException e) {
            return List.of(); // gone since
        }
    }
}
