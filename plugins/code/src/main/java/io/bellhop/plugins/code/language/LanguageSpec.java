package io.bellhop.plugins.code.language;

import io.bellhop.plugins.code.engine.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the sandbox compiles and runs a language.
 *
 * @param name what it is called in commands, in lower case
 * @param aliases other names, file extensions among them
 * @param highlight the tag of a fence that holds such a program
 * @param source what becomes of the text that was sent
 * @param version the command that tells the version; {@code {java}} is filled in
 * @param compile compiles the program, or empty where it runs as it is
 * @param run runs it, in the folder in which it was compiled
 * @param environment what is added to the sandbox's own environment, for both steps; {@code {java}} is filled in
 * @param roots folders outside of {@code /usr} that it needs, shown read-only in the sandbox; {@code {java}} is filled
 *     in
 * @param need what to install if it is missing: a Debian package, as a rule
 */
public record LanguageSpec(
        String name,
        List<String> aliases,
        String highlight,
        Source source,
        List<String> version,
        Optional<Recipe> compile,
        Recipe run,
        Map<String, String> environment,
        List<String> roots,
        String need) {
    /**
     * Describes it to those who ask what can be run.
     *
     * @param version which version was found
     * @return the language
     */
    public Language language(String version) {
        return new Language(name, aliases, version, source.file(), highlight, (long) run.memory() << 20);
    }

    /**
     * Tells whether a file is written in it, by its ending: that of its programs, or another name of it.
     *
     * @param file what it is called
     * @return true if it is likely
     */
    public boolean isSource(String file) {
        var ending = ending(file);
        return file.equals(source.file())
                || (!ending.isEmpty() && (ending.equals(ending(source.file())) || aliases.contains(ending)));
    }

    private static String ending(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1);
    }

    /**
     * Returns what is added to the sandbox's own environment.
     *
     * @return the variables, filled in
     */
    public Map<String, String> variables() {
        var filled = new TreeMap<String, String>();
        environment.forEach((name, value) -> filled.put(name, Recipe.withJava(value)));
        return filled;
    }
}
