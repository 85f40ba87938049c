package io.bellhop.core.app;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What was last brought into a home, and by which build. */
final class ShippedRecord {
    private static final String BUILD = "build";

    private final Path file;
    private final Properties hashes = new Properties();

    private ShippedRecord(Path file) {
        this.file = file;
    }

    static ShippedRecord read(Path file) throws IOException {
        var record = new ShippedRecord(file);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                record.hashes.load(reader);
            }
        }
        return record;
    }

    boolean isOf(String build) {
        return build.equals(hashes.getProperty(BUILD));
    }

    boolean knows(String jar) {
        return hashes.containsKey(jar);
    }

    boolean isLast(String jar, String hash) {
        return hash.equals(hashes.getProperty(jar));
    }

    void note(String jar, String hash) {
        hashes.setProperty(jar, hash);
    }

    void write(String build) throws IOException {
        hashes.setProperty(BUILD, build);
        var text = new StringWriter();
        hashes.store(text, "the shipped plugins as Bellhop brought them; those that differ are yours");
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
