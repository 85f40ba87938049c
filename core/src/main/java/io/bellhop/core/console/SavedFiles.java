package io.bellhop.core.console;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder into which the bot's files go, made when the first one comes. Safe for use from any thread. */
final class SavedFiles {
    private static final int LONGEST = 80;

    private final Path folder;

    SavedFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Saves a file under a name that is like its own, but harmless and not taken.
     *
     * @throws BellhopException if it can't be read or written
     */
    FileAttachment save(Attachment file) {
        try {
            return new FileAttachment(file.name(), written(file), file.size());
        } catch (IOException e) {
            throw new BellhopException(
                    ErrorKind.CONNECTOR, "console.file", "A file of this reply could not be saved.", e);
        }
    }

    private Path written(Attachment file) throws IOException {
        Files.createDirectories(folder);
        var name = harmless(file.name());
        for (int i = 1; ; i++) {
            var path = folder.resolve(i == 1 ? name : numbered(name, i));
            try {
                Files.createFile(path);
            } catch (FileAlreadyExistsException _) {
                continue; // the next number may be free
            }
            fill(path, file);
            return path;
        }
    }

    private static void fill(Path path, Attachment file) throws IOException {
        try {
            copy(file, path);
        } catch (IOException e) {
            Files.delete(path);
            throw e;
        }
    }

    private static void copy(Attachment file, Path path) throws IOException {
        try (InputStream in = file.open();
                OutputStream out = Files.newOutputStream(path)) {
            var buffer = new byte[8192];
            long left = file.size();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw new IOException("the file is longer than the " + file.size() + " bytes that it declares");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static String harmless(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = new StringBuilder();
        last.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : '_'));
        var clean = shown.toString();
        // a leading dot would hide the file, or be the folder itself
        return clean.isEmpty() ? "file" : clean.startsWith(".") ? "_" + clean.substring(1) : clean;
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    }

    private static boolean isHarmless(int c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '.' || c == '-' || c == '_';
    }
}
