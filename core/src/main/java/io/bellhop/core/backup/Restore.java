package io.bellhop.core.backup;

import io.bellhop.api.error.BellhopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a home what it was when it was saved. The bot does not run. */
public final class Restore {
    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("'before-restore-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final BackupOptions options;
    private final Clock clock;

    /**
     * Makes it.
     *
     * @param options what to restore
     * @param clock tells the time
     */
    public Restore(BackupOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /**
     * What was restored.
     *
     * @param made when it had been saved, as ISO 8601
     * @param version by which Bellhop
     * @param files how many files
     * @param before the folder that holds what was there before
     * @param auditHead the end of the restored audit, which is the noted one now; empty if nothing was audited
     * @param formerHead the file that keeps the head that was noted before; empty if none was, or the same
     */
    public record Restored(
            String made, String version, int files, Path before, String auditHead, Optional<Path> formerHead) {}

    /**
     * Tells whether an earlier restore was cut short after it had begun to change a home.
     *
     * @param home the home
     * @return true if the home is neither what it was nor what it shall be
     */
    public static boolean isUnfinished(Path home) {
        return Files.exists(home.resolve(".restoring"));
    }

    /**
     * Restores a backup. All of it is unpacked and checked before anything is touched; then what is there is moved
     * aside.
     *
     * @param file the backup
     * @return what was restored
     * @throws BellhopException if it can't be; the home is then as it was, unless the message says otherwise
     */
    public Restored from(Path file) {
        var part = options.home().resolve(".restore-part");
        try (var archive = Archive.open(file, options.version())) {
            Private.delete(part);
            archive.unpack(Private.folder(part));
            return exchange(part, archive.manifest());
        } catch (IOException e) {
            throw BackupFailure.failed(
                    "The backup could not be restored"
                            + (isUnfinished(options.home()) ? "" : ", and nothing was changed"),
                    e);
        } finally {
            forget(part);
        }
    }

    /** From the first move on, the folder's name tells that the home is in between. */
    private Restored exchange(Path part, Manifest manifest) throws IOException {
        var fresh = options.home().resolve(".restoring");
        Private.delete(fresh); // of a restore that was cut short: a part of what some archive has
        Files.move(part, fresh, StandardCopyOption.ATOMIC_MOVE);
        var before = aside();
        move(options.home(), before);
        move(fresh, options.home());
        var former = new NotedHead(options.home()).replace(manifest.auditHead(), before);
        Private.delete(fresh);
        return new Restored(
                manifest.made(), manifest.version(), manifest.files().size(), before, manifest.auditHead(), former);
    }

    private Path aside() throws IOException {
        var name = ASIDE.format(clock.instant());
        var folder = options.home().resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = options.home().resolve(name + "-" + i);
        }
        return Private.folder(folder);
    }

    /** Moves what is kept of a home; folders with something that stays in them are moved by their parts. */
    private static void move(Path from, Path to) throws IOException {
        for (var one : children(from)) {
            var target = to.resolve(one.getFileName());
            if (one.endsWith("data") && Files.isDirectory(one)) {
                Private.folder(target);
                moveData(one, target);
            } else if (!HomeFiles.isPassing(from, one)) {
                Files.move(one, target);
            }
        }
    }

    /** Side files of a database go with it: they are a part of it. */
    private static void moveData(Path from, Path to) throws IOException {
        for (var one : children(from)) {
            var name = one.getFileName().toString();
            if (!List.of("lock", ".sqlite", "plugin-copies").contains(name)) {
                Files.move(one, to.resolve(name));
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void forget(Path part) {
        try {
            Private.delete(part);
        } catch (IOException e) {
            throw BackupFailure.failed("What was unpacked could not be deleted from " + part, e);
        }
    }
}
