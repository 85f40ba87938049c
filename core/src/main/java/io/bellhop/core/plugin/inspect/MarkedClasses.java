package io.bellhop.core.plugin.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the class files that name the API's annotations: a library's name none, so that parsing them would be waste. To
 * find them all class files are unpacked, so the names are noted, and a JAR that is met again is not searched.
 */
final class MarkedClasses {
    private static final Logger log = LoggerFactory.getLogger(MarkedClasses.class);
    private static final String MARK = "Lio/bellhop/api/plugin/";

    private final Path folder;

    /**
     * Makes a finder.
     *
     * @param folder where the notes lie, one for each name of a JAR; who can write there can write the JARs as well
     */
    MarkedClasses(Path folder) {
        this.folder = folder;
    }

    /** Finds them in a JAR, which its owner calls by a name. */
    List<JarEntry> in(JarContents jar, Path name) throws IOException {
        var note = folder.resolve(name.getFileName() + ".classes");
        var first = "%s %08x".formatted(MARK, jar.fingerprint());
        var noted = noted(note, first, jar);
        if (noted.isPresent()) {
            return noted.get();
        }
        var found = search(jar);
        note(note, first, found);
        return found;
    }

    private static List<JarEntry> search(JarContents jar) throws IOException {
        var found = new ArrayList<JarEntry>();
        for (var entry : jar.classes()) {
            if (new String(jar.read(entry), StandardCharsets.ISO_8859_1).contains(MARK)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** Returns nothing if there is no note, if it is another JAR's, or if it was cut off. */
    private static Optional<List<JarEntry>> noted(Path note, String first, JarContents jar) {
        var lines = lines(note);
        if (lines.size() < 2
                || !lines.getFirst().equals(first)
                || !lines.getLast().isEmpty()) {
            return Optional.empty();
        }
        var found = lines.subList(1, lines.size() - 1).stream()
                .map(jar::entry)
                .flatMap(Optional::stream)
                .toList();
        return found.size() == lines.size() - 2 ? Optional.of(found) : Optional.empty();
    }

    private static List<String> lines(Path note) {
        try {
            return Files.exists(note) ? Files.readAllLines(note) : List.of();
        } catch (IOException e) {
            log.warn("{} can't be read, so the JAR is searched again", note, e);
            return List.of();
        }
    }

    private void note(Path note, String first, List<JarEntry> found) {
        var lines = new ArrayList<String>();
        lines.add(first);
        found.forEach(entry -> lines.add(entry.getName()));
        lines.add("");
        try {
            var part = Files.createTempFile(folder, "noting", null);
            try {
                Files.write(part, lines);
                Files.move(part, note, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            log.warn("{} can't be written, so the JAR is searched again next time", note, e);
        }
    }
}
