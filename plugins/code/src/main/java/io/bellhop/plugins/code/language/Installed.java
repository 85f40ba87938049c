package io.bellhop.plugins.code.language;

import io.bellhop.plugins.code.engine.sandbox.HostProgram;
import io.bellhop.plugins.code.engine.sandbox.Variables;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import java.io.File;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What of the languages is there, by what their version commands say.
 *
 * @param versions the versions of what is there
 * @param missing what is not, and why: what goes on after its name
 */
public record Installed(SequencedMap<LanguageSpec, String> versions, SequencedMap<LanguageSpec, String> missing) {
    /** Nothing was looked for yet. */
    public static final Installed NOTHING = new Installed(new LinkedHashMap<>(), new LinkedHashMap<>());

    private static final String NOT_INSTALLED = "is not installed";

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)*");

    /**
     * Asks each language for its version, one after the other. Takes about a second, at most 20 for each, unless all
     * versions are known.
     *
     * @param languages which to look for
     * @param notes what they said earlier
     * @return what is there
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static Installed of(List<LanguageSpec> languages, VersionNotes notes) throws InterruptedException {
        var versions = new LinkedHashMap<LanguageSpec, String>();
        var missing = new LinkedHashMap<LanguageSpec, String>();
        for (var language : languages) {
            try {
                versions.put(language, version(language, notes));
            } catch (MissingException e) {
                missing.put(language, e.getMessage());
            }
        }
        return new Installed(versions, missing);
    }

    /** A language is not there; its message goes on after the language's name. */
    private static final class MissingException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        MissingException(String why) {
            super(why);
        }
    }

    private static boolean isThere(Recipe recipe) {
        var program = Recipe.withJava(recipe.command().getFirst());
        return program.startsWith("./")
                || program.startsWith("{name}")
                || find(program).isPresent();
    }

    private static String version(LanguageSpec language, VersionNotes notes)
            throws InterruptedException, MissingException {
        var words = new ArrayList<>(
                language.version().stream().map(Recipe::withJava).toList());
        var program = find(words.getFirst());
        if (program.isEmpty() || !language.compile().map(Installed::isThere).orElse(true) || !isThere(language.run())) {
            throw new MissingException(NOT_INSTALLED);
        }
        if (language.roots().stream().map(Recipe::withJava).map(Path::of).anyMatch(View::isShut)) {
            throw new MissingException("is where only root can reach it");
        }
        words.set(0, program.get());
        var asNow = asNow(words, language.variables());
        var noted = asNow.flatMap(notes::find);
        if (noted.isPresent()) {
            return noted.get();
        }
        var version = VERSION.matcher(said(words, language.variables()))
                .results()
                .findFirst()
                .orElseThrow(() ->
                        new MissingException("tells no version: there is no number in what its version command says"))
                .group();
        asNow.ifPresent(now -> notes.note(now, version));
        return version;
    }

    /** Names a command and the file that is its program: an upgrade changes the file. */
    private static Optional<String> asNow(List<String> words, Map<String, String> environment) {
        try {
            var file = Path.of(words.getFirst()).toRealPath();
            var parts =
                    List.of(words, new TreeMap<>(environment), file, Files.size(file), Files.getLastModifiedTime(file));
            return Optional.of(parts.toString());
        } catch (IOException e) {
            return Optional.empty(); // gone this moment
        }
    }

    private static String said(List<String> words, Map<String, String> environment)
            throws InterruptedException, MissingException {
        var all = new HashMap<>(Map.of("PATH", Variables.PATH, "LANG", "C.UTF-8", "HOME", "/nonexistent"));
        all.putAll(environment);
        try {
            var ended = HostProgram.run(words, all, LONGEST)
                    .orElseThrow(
                            () -> new MissingException("tells no version: its version command has not ended within "
                                    + LONGEST.toSeconds() + " s"));
            if (ended.exitCode() != 0) {
                throw new MissingException(
                        "tells no version: its version command failed with exit code " + ended.exitCode());
            }
            return ended.said();
        } catch (IOException _) {
            throw new MissingException("tells no version: its version command can't be started");
        }
    }

    private static Optional<String> find(String program) {
        if (program.startsWith("/")) {
            return Optional.of(program).filter(file -> new File(file).canExecute());
        }
        return List.of(Variables.PATH.split(":")).stream()
                .map(folder -> folder + "/" + program)
                .filter(file -> new File(file).canExecute())
                .findFirst();
    }
}
