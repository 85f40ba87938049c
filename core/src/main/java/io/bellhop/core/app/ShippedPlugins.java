package io.bellhop.core.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The plugins that come with Bellhop. What the owner did to their JARs in the home is the owner's word, and stays. */
final class ShippedPlugins {
    private final Path folder;
    private final Path build;

    private ShippedPlugins(Path folder, Path build) {
        this.folder = folder;
        this.build = build;
    }

    /** Those that lie in an unpacked Bellhop; there may be none. */
    static ShippedPlugins of(Path dist) {
        return new ShippedPlugins(dist.resolve("plugins"), dist.resolve("build"));
    }

    /**
     * Brings new JARs into a home, and newer ones where the owner left the last ones as they were. Deleted ones stay
     * away, changed ones stay.
     */
    void placeIn(Home home) throws StartRefused {
        try {
            var record = ShippedRecord.read(home.data().resolve("shipped.properties"));
            var now = Files.exists(build) ? Files.readString(build).strip() : "";
            if (now.isEmpty() || !record.isOf(now)) {
                for (var jar : jars()) {
                    place(jar, home.plugins(), record);
                }
                record.write(now);
            }
        } catch (IOException e) {
            throw StartRefused.unusable(home.plugins(), e);
        }
    }

    /** The shipped JARs, by name. */
    List<Path> jars() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void place(Path jar, Path plugins, ShippedRecord record) throws IOException {
        var name = jar.getFileName().toString();
        var target = plugins.resolve(name);
        var content = Files.readAllBytes(jar);
        var hash = hash(content);
        if (Files.notExists(target)) {
            if (!record.knows(name)) {
                AtomicFile.write(target, content);
                record.note(name, hash);
            }
            return;
        }
        var present = hash(Files.readAllBytes(target));
        if (record.isLast(name, present)) {
            AtomicFile.write(target, content);
        }
        if (record.isLast(name, present) || present.equals(hash)) {
            record.note(name, hash);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
