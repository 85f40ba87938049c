package io.bellhop.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own code, unpacked once. Left to itself, the driver unpacks it anew at every start, and a process that is
 * killed leaves its copy behind.
 */
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);

    private NativeLibrary() {}

    /** Makes the driver take the library from a folder; the first folder holds for the whole process. */
    static synchronized void keepIn(Path folder) {
        if (System.getProperty(PATH) != null) {
            return;
        }
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        var kept = folder.resolve(SQLiteJDBCLoader.getVersion());
        try (var in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in != null) {
                unpack(in.readAllBytes(), kept.resolve(name));
                System.setProperty(PATH, kept.toString());
            } // else the driver says best which system it does not know
        } catch (IOException e) {
            // the driver then unpacks it anew into the system's folder for temporary files
            log.warn("SQLite's library can't be kept in {}", kept, e);
        }
    }

    /**
     * Makes a file the library, whatever it was before. What is in it is run, so only its owner may write beside it.
     */
    static void unpack(byte[] library, Path file) throws IOException {
        var folder = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        reserve(folder);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), library)) {
            return;
        }
        var part = Files.createTempFile(folder, "unpacking", null);
        try {
            Files.write(part, library);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void reserve(Path folder) throws IOException {
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------")); // fails where it is another user's
        }
    }
}
