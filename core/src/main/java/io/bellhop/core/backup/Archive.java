package io.bellhop.core.backup;

import io.bellhop.api.error.BellhopException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip that may be a backup, and may be hostile: what is read of it is bounded by what its manifest admits. */
final class Archive implements AutoCloseable {
    private static final int LARGEST_MANIFEST = 16 << 20;
    private static final int MOST_FILES = 100_000;
    /** Parts between slashes, none of which is empty, goes up, or is anything but a plain name. */
    private static final Pattern SAFE =
            Pattern.compile("(?!.*(^|/)\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*");

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup, and checks what it says of itself.
     *
     * @throws BellhopException if it is none, or a newer Bellhop made it
     */
    static Archive open(Path file, String version) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw BackupFailure.refused("There is no file " + file + ".");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw BackupFailure.foreign(file, "it is no zip, or only half of one");
        }
        boolean opened = false;
        try {
            var archive = new Archive(file, zip, manifest(file, zip));
            archive.check(version);
            opened = true;
            return archive;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Unpacks all into a folder, and checks every byte on the way. */
    void unpack(Path folder) throws IOException {
        for (var entry : manifest.files()) {
            var target = folder.resolve(entry.name()).normalize();
            if (!target.startsWith(folder)) {
                throw BackupFailure.foreign(file, entry.name() + " leads out of the home");
            }
            Private.folder(Objects.requireNonNull(target.getParent()));
            unpack(entry, Private.file(target));
        }
    }

    private void unpack(Manifest.Entry entry, Path target) throws IOException {
        var digest = ArchiveWriter.sha256();
        try (var in = zip.getInputStream(zip.getEntry(entry.name()));
                var out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            copy(in, out, entry);
        } catch (ZipException e) {
            throw damaged(entry);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw damaged(entry);
        }
    }

    private void copy(InputStream in, OutputStream out, Manifest.Entry entry) throws IOException {
        long left = entry.size();
        var buffer = new byte[1 << 16];
        for (int n; (n = in.read(buffer)) >= 0; left -= n) {
            if (n > left) {
                throw damaged(entry);
            }
            out.write(buffer, 0, n);
        }
    }

    private BellhopException damaged(Manifest.Entry entry) {
        return BackupFailure.refused(
                "%s is damaged: %s is not as it was saved. Nothing was changed; take another backup."
                        .formatted(file.getFileName(), entry.name()));
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw BackupFailure.foreign(file, "it has no " + Manifest.NAME);
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = Manifest.parse(in.readNBytes(LARGEST_MANIFEST));
            if (manifest == null) {
                throw BackupFailure.foreign(file, "its " + Manifest.NAME + " makes no sense");
            }
            return manifest;
        }
    }

    private void check(String version) {
        if (manifest.format() != Manifest.FORMAT || manifest.isNewerThan(version)) {
            throw BackupFailure.refused(
                    "%s was made by Bellhop %s, and this is %s. Install that version, or a newer one. Nothing was changed."
                            .formatted(file.getFileName(), manifest.version(), version));
        }
        var names = new TreeSet<String>();
        for (var entry : manifest.files()) {
            if (!SAFE.matcher(entry.name()).matches() || !HomeFiles.isKept(entry.name())) {
                throw BackupFailure.foreign(file, "a name in it leads out of the home, or is none");
            }
            if (!names.add(entry.name()) || zip.getEntry(entry.name()) == null) {
                throw BackupFailure.foreign(file, entry.name() + " is in it twice, or not at all");
            }
        }
        if (zip.size() != names.size() + 1 || names.size() > MOST_FILES || !names.contains("bellhop.yaml")) {
            throw BackupFailure.foreign(file, "it holds other files than it says");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
