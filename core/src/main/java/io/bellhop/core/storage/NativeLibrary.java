package io.bellhop.core.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own code, unpacked once. Left to itself, the driver unpacks it anew at every start, and a process that is
 * killed leaves its copy behind.
 */
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";

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
            throw new UncheckedIOException("SQLite's library can't be kept in " + kept, e);
        }
    }

    private static void unpack(byte[] library, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == library.length) {
            return;
        }
        Files.createDirectories(file.getParent());
        var part = Files.createTempFile(file.getParent(), "unpacking", null);
        Files.write(part, library);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
