package io.bellhop.core.plugin.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32C;

/** An open JAR that may be hostile: what is read of it is bounded, whatever its headers say. */
final class JarContents implements AutoCloseable {
    private static final int MOST_ENTRIES = 50_000;
    private static final int LARGEST_CLASS = 8 << 20;
    private static final long LARGEST_TOTAL = 1L << 30;

    private final JarFile jar;
    private final List<JarEntry> entries;
    private long read;

    private JarContents(JarFile jar, List<JarEntry> entries) {
        this.jar = jar;
        this.entries = entries;
    }

    static JarContents open(Path file) throws IOException {
        var jar = new JarFile(file.toFile(), true);
        if (jar.size() > MOST_ENTRIES) {
            jar.close();
            throw new PluginRefused("It has more than %,d entries.".formatted(MOST_ENTRIES));
        }
        return new JarContents(jar, jar.stream().toList());
    }

    /** Returns a number that changes with any entry. It protects from mix-ups, not from a forger. */
    long fingerprint() {
        var sum = new CRC32C();
        for (var entry : entries) {
            var line = entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n';
            sum.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return sum.getValue();
    }

    Optional<JarEntry> entry(String name) {
        return Optional.ofNullable(jar.getJarEntry(name));
    }

    Manifest manifest() throws IOException {
        return Optional.ofNullable(jar.getManifest())
                .orElseThrow(() -> new PluginRefused(
                        "It has no manifest. Build it with the parent POM bellhop-plugin-parent, which writes one."));
    }

    /** Returns the class files, without those for other Java versions. */
    List<JarEntry> classes() {
        return entries.stream()
                .filter(entry -> entry.getName().endsWith(".class"))
                .filter(entry -> !entry.getName().startsWith("META-INF/"))
                .toList();
    }

    /** Returns the files in no folder. */
    List<JarEntry> atRoot() {
        return entries.stream()
                .filter(entry -> entry.getName().indexOf('/') < 0 && !entry.isDirectory())
                .toList();
    }

    /** Returns the files in a folder. */
    List<JarEntry> in(String folder) {
        return entries.stream()
                .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                .toList();
    }

    /** Reads a class file by its internal name. */
    Optional<byte[]> find(String internalName) throws IOException {
        var entry = entry(internalName + ".class");
        return entry.isEmpty() ? Optional.empty() : Optional.of(read(entry.get()));
    }

    byte[] read(JarEntry entry) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            var bytes = in.readNBytes(LARGEST_CLASS + 1);
            count(bytes.length);
            if (bytes.length > LARGEST_CLASS) {
                throw new PluginRefused("Its entry %s is too large.".formatted(entry.getName()));
            }
            return bytes;
        }
    }

    /** Reads everything of a signed JAR, which is what makes the JDK check it. An unsigned one is fine. */
    void checkSignature() throws IOException {
        if (entries.stream().noneMatch(JarContents::isSignature)) {
            return;
        }
        for (var entry : entries) {
            drain(entry);
            if (!isMetadata(entry) && entry.getCodeSigners() == null) {
                throw new PluginRefused(
                        ("It is signed, but no valid signature covers %s. Get the file from its author " + "again.")
                                .formatted(entry.getName()));
            }
        }
    }

    private void drain(JarEntry entry) throws IOException {
        var buffer = new byte[1 << 14];
        try (InputStream in = jar.getInputStream(entry)) {
            for (int n; (n = in.read(buffer)) >= 0; ) {
                count(n);
            }
        }
    }

    private void count(int bytes) {
        read += bytes;
        if (read > LARGEST_TOTAL) {
            throw new PluginRefused("It unpacks to more than %d MiB.".formatted(LARGEST_TOTAL >> 20));
        }
    }

    private static boolean isSignature(JarEntry entry) {
        var name = entry.getName().toUpperCase(Locale.ROOT);
        return name.startsWith("META-INF/") && name.endsWith(".SF");
    }

    private static boolean isMetadata(JarEntry entry) {
        return entry.isDirectory() || entry.getName().toUpperCase(Locale.ROOT).startsWith("META-INF/");
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
