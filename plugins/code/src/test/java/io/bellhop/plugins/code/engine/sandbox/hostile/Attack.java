package io.bellhop.plugins.code.engine.sandbox.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hostile program. Its first lines say what must become of it. It prints {@code REACHED} if it gets what it wants.
 *
 * @param name its kind and name, such as {@code time/busy-loop}
 * @param ending what its file ends in, by which its language is known
 * @param source the program
 */
record Attack(String name, String ending, String source) {
    static final String REACHED = "REACHED";

    /** Reads all of them that make sense on this machine, by name. */
    static List<Attack> all() throws IOException {
        return ofAllMachines().stream()
                .filter(attack -> attack.said("machine")
                        .map(System.getProperty("os.arch")::equals)
                        .orElse(true))
                .toList();
    }

    /** Reads all of them, by name. */
    static List<Attack> ofAllMachines() throws IOException {
        var folder = Path.of(location());
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> read(folder, file))
                    .sorted(Comparator.comparing(Attack::name))
                    .toList();
        }
    }

    /** Returns what may become of it: any of these. */
    List<String> expected() {
        return List.of(said("expect").orElseThrow().split(" / "));
    }

    /** Returns what holds it. */
    String layer() {
        return said("layer").orElseThrow();
    }

    /** Returns the MiB of memory that it has. */
    int memory() {
        return said("memory").map(Integer::valueOf).orElse(80);
    }

    private Optional<String> said(String key) {
        var line = Pattern.compile("^(?:#|//) " + key + ": (.*)$", Pattern.MULTILINE)
                .matcher(source);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private static Attack read(Path folder, Path file) {
        try {
            var path = folder.relativize(file).toString();
            var dot = path.lastIndexOf('.');
            return new Attack(
                    path.substring(0, dot),
                    path.substring(dot + 1).toLowerCase(Locale.ROOT),
                    Files.readString(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI location() {
        try {
            return Optional.ofNullable(Attack.class.getResource("/hostile"))
                    .orElseThrow()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
