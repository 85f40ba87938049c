package io.bellhop.core.backup;

import io.bellhop.core.audit.Head;
import io.bellhop.core.storage.DatabaseCopy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Jdbi;

/** Writes the files of a home into a zip, with a manifest at its end. */
final class ArchiveWriter {
    private final Path home;
    private final Path copies;
    private final String ref;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private String auditHead = "";

    /**
     * Begins a zip.
     *
     * @param home whose files come
     * @param copies a folder for copies of databases, which are deleted again
     * @param ref names the invocation that asks for this, which is not under way in what is saved; empty if none does
     * @param out takes the zip
     */
    ArchiveWriter(Path home, Path copies, String ref, OutputStream out) {
        this.home = home;
        this.copies = copies;
        this.ref = ref;
        this.zip = new ZipOutputStream(out);
    }

    void add(Path file) throws IOException {
        if (HomeFiles.isDatabase(home, file)) {
            addDatabase(file);
        } else {
            addFile(HomeFiles.name(home, file), file);
        }
    }

    /** Ends it with the manifest. */
    Manifest finish(String version, Instant made) throws IOException {
        var manifest = new Manifest(Manifest.FORMAT, version, made.toString(), auditHead, List.copyOf(entries));
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.json());
        zip.finish();
        return manifest;
    }

    private void addDatabase(Path file) throws IOException {
        var copy = copies.resolve(file.getFileName());
        DatabaseCopy.make(file, copy);
        if (HomeFiles.isCore(home, file)) {
            auditHead = DatabaseCopy.ask(copy, Head.QUERY).orElse("");
            forgetAsking(copy);
        }
        addFile(HomeFiles.name(home, file), copy);
        Files.delete(copy);
    }

    /** Else the user would read after a restore that the backup was interrupted which they restored. */
    private void forgetAsking(Path copy) {
        if (!ref.isEmpty()) {
            Jdbi.create("jdbc:sqlite:" + copy)
                    .useHandle(handle -> handle.execute("DELETE FROM journal WHERE ref = ?", ref));
        }
    }

    private void addFile(String name, Path content) throws IOException {
        try (var in = Files.newInputStream(content)) {
            zip.putNextEntry(new ZipEntry(name));
            var digest = sha256();
            long size = in.transferTo(new DigestOutputStream(zip, digest));
            zip.closeEntry();
            entries.add(new Manifest.Entry(name, size, HexFormat.of().formatHex(digest.digest())));
        } catch (NoSuchFileException e) {
            // it has gone since the folder was listed, as a plugin's JAR may
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
