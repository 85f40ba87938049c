package io.bellhop.core.backup;

import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Saves a home while its bot runs, or does not. Each file in a backup is as it was at one moment; the moments follow
 * each other, and the core's database comes last. Backups are never deleted. Safe for use from any thread.
 */
public final class Backups {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'bellhop-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final BackupOptions options;
    private final Clock clock;

    /**
     * Makes it.
     *
     * @param options what to save
     * @param clock tells the time
     */
    @Inject
    public Backups(BackupOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /**
     * What was saved.
     *
     * @param file the zip
     * @param files how many files are in it
     * @param bytes how large they are together
     */
    public record Saved(Path file, int files, long bytes) {}

    /** Hears how far a backup is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Told before each file.
         *
         * @param done how many files are saved
         * @param of how many there are
         */
        void at(int done, int of);
    }

    /**
     * Saves the home for an invocation, which the backup shall not hold as one that was interrupted.
     *
     * @param ref names the invocation
     * @param progress hears how far it is
     * @return what was saved
     * @throws BellhopException if it can't be saved; nothing of it is left then
     */
    public Saved saveFor(String ref, Progress progress) {
        return save(null, ref, progress);
    }

    /**
     * Saves the home.
     *
     * @param target the zip to write, or a folder for it; null for the home's own folder of backups
     * @param progress hears how far it is
     * @return what was saved
     * @throws BellhopException if it can't be saved; nothing of it is left then
     */
    public Saved save(@Nullable Path target, Progress progress) {
        return save(target, "", progress);
    }

    private Saved save(@Nullable Path target, String ref, Progress progress) {
        var now = clock.instant();
        try {
            var file = target == null ? unused(Private.folder(options.folder()), now) : named(target, now);
            return save(file, now, ref, progress);
        } catch (IOException e) {
            throw BackupFailure.failed("The backup could not be written", e);
        }
    }

    private Saved save(Path file, Instant now, String ref, Progress progress) throws IOException {
        var work = Files.createTempDirectory(
                Objects.requireNonNull(file.toAbsolutePath().getParent()), ".bellhop-backup");
        try {
            var part = Private.file(work.resolve("zip.part"));
            var manifest = write(part, work, file, now, ref, progress);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new Saved(file, manifest.files().size(), manifest.bytes());
        } finally {
            Private.delete(work);
        }
    }

    private Manifest write(Path part, Path work, Path file, Instant now, String ref, Progress progress)
            throws IOException {
        var files = HomeFiles.of(options.home(), file).stream()
                .filter(one -> !one.startsWith(work))
                .toList();
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            var archive = new ArchiveWriter(options.home(), work, ref, out);
            for (int i = 0; i < files.size(); i++) {
                progress.at(i, files.size());
                archive.add(files.get(i));
            }
            var manifest = archive.finish(options.version(), now.truncatedTo(ChronoUnit.SECONDS));
            out.flush();
            channel.force(true);
            return manifest;
        }
    }

    private static Path named(Path target, Instant now) {
        if (Files.isDirectory(target)) {
            return unused(target, now);
        }
        if (Files.exists(target)) {
            throw BackupFailure.refused(target.getFileName() + " is there already; name another file.");
        }
        var folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw BackupFailure.refused("There is no folder for " + target + "; make it, or name another.");
        }
        return target;
    }

    private static Path unused(Path folder, Instant now) {
        var name = NAME.format(now);
        var file = folder.resolve(name + ".zip");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".zip");
        }
        return file;
    }
}
