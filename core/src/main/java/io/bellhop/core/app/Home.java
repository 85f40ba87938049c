package io.bellhop.core.app;

import io.bellhop.core.backup.Restore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/**
 * The folder that holds all that is the owner's: configuration, plugins, data and logs.
 *
 * @param folder an absolute path
 */
public record Home(Path folder) {
    private static final String FIRST_CONFIG = "/io/bellhop/core/config/bellhop.yaml";

    /** The configuration. */
    public Path config() {
        return folder.resolve("bellhop.yaml");
    }

    /** Where plugins' JARs come and go. */
    public Path plugins() {
        return folder.resolve("plugins");
    }

    /** What the bot remembers. */
    public Path data() {
        return folder.resolve("data");
    }

    /** What the bot logged. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /**
     * Opens a home, and makes what of it is missing. It can hold tokens, so only its owner may look into a new one.
     *
     * @throws StartRefused when there is no folder that can be written
     */
    static Home open(Path folder) throws StartRefused {
        var home = openEmpty(folder);
        if (Restore.isUnfinished(folder)) {
            throw StartRefused.failed("a restore of the home " + folder + " was cut short; restore the backup again."
                    + " What was there before is in its before-restore folders");
        }
        try {
            home.create();
        } catch (IOException e) {
            throw StartRefused.unusable(folder, e);
        }
        return home;
    }

    /**
     * Opens a home without writing into it what a bot needs.
     *
     * @throws StartRefused when there is no folder that can be written
     */
    static Home openEmpty(Path folder) throws StartRefused {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw StartRefused.wrong("the home " + folder + " is a file; name a folder");
        }
        var home = new Home(folder);
        try {
            Files.createDirectories(folder, onlyOwner("rwx------"));
            Files.createDirectories(home.data());
        } catch (IOException e) {
            throw StartRefused.unusable(folder, e);
        }
        return home;
    }

    private void create() throws IOException {
        for (var part : List.of(plugins(), logs())) {
            Files.createDirectories(part);
        }
        if (Files.notExists(config())) {
            AtomicFile.write(config(), firstConfig(), onlyOwner("rw-------"));
        }
    }

    private static byte[] firstConfig() throws IOException {
        try (InputStream text = Home.class.getResourceAsStream(FIRST_CONFIG)) {
            return Objects.requireNonNull(text, FIRST_CONFIG).readAllBytes();
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
