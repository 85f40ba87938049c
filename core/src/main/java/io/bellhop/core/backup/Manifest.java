package io.bellhop.core.backup;

import io.bellhop.core.storage.Json;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself.
 *
 * @param format how it is laid out
 * @param version the Bellhop that made it
 * @param made when, as ISO 8601
 * @param auditHead the end of the audit's chain in it; empty if nothing was audited
 * @param files what is in it
 */
record Manifest(int format, String version, String made, String auditHead, List<Entry> files) {
    static final String NAME = "bellhop-backup.json";
    static final int FORMAT = 1;

    /**
     * A file in a backup.
     *
     * @param name where it lies in the home, with slashes
     * @param size its bytes
     * @param sha256 its hash, in lower-case hexadecimal
     */
    record Entry(String name, long size, String sha256) {}

    static @Nullable Manifest parse(byte[] json) {
        try {
            var manifest = new Json().read(new String(json, StandardCharsets.UTF_8), Manifest.class);
            return manifest.isWhole() ? manifest : null;
        } catch (IllegalArgumentException e) {
            return null; // whoever asks says it better
        }
    }

    byte[] json() {
        return new Json().write(this).getBytes(StandardCharsets.UTF_8);
    }

    boolean isNewerThan(String running) {
        return Version.parse(version).compareTo(Version.parse(running)) > 0;
    }

    long bytes() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    /** What is read from JSON can lack anything. */
    @SuppressWarnings("ConstantValue")
    private boolean isWhole() {
        return version != null
                && version.matches("[0-9]+(\\.[0-9]+)*(-[0-9A-Za-z.]+)?")
                && made != null
                && auditHead != null
                && files != null
                && files.stream().allMatch(entry -> entry.name != null && entry.sha256 != null && entry.size >= 0);
    }
}
