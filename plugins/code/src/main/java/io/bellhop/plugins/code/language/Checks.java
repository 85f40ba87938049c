package io.bellhop.plugins.code.language;

import io.bellhop.plugins.code.language.LanguageEntry.BoilerplateEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes a language of what is written, and refuses what makes no sense with the key that it stands under. */
final class Checks {
    private static final int MOST_MEMORY = 16 * 1024;
    private static final String NOTHING = "(?!)";
    private static final String WHOLE_LINES = ".+";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+#._-]{0,31}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,31}(\\.[A-Za-z0-9_-]{1,16}){0,2}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    private static final Set<String> PLACEHOLDERS = Set.of("{file}", "{name}", "{memory}", "{half}", "{java}");

    private final String name;
    private final LanguageEntry entry;

    Checks(String name, LanguageEntry entry) {
        this.name = name;
        this.entry = entry;
    }

    /**
     * Makes the language.
     *
     * @return the language
     * @throws IllegalArgumentException if something is missing or makes no sense; its message begins with the key
     */
    LanguageSpec spec() {
        require(NAME.matcher(name).matches(), "", "a language's name has small letters, digits and + # . _ -");
        var aliases = entry.aliases().orElse(List.of());
        aliases.forEach(alias -> require(
                NAME.matcher(alias).matches(),
                "aliases",
                "\"" + alias + "\" is no name: use small letters and digits"));
        return new LanguageSpec(
                name,
                aliases,
                entry.highlight().orElse(name),
                source(),
                command("version", entry.version()),
                entry.compile().map(words -> new Recipe(command("compile", Optional.of(words)), compileMemory())),
                new Recipe(command("run", entry.run()), memory("run-memory", entry.runMemory())),
                environment(),
                roots(),
                entry.need().orElse("what runs " + name));
    }

    private int compileMemory() {
        return memory("compile-memory", entry.compileMemory());
    }

    private Source source() {
        var file = entry.file().orElseThrow(() -> refused("file", "is missing: say what its programs' file is called"));
        var files = entry.files().orElse(Map.of());
        fileName("file", file);
        files.keySet().forEach(other -> fileName("files", other));
        var entries = entry.entries().orElse(List.of()).stream()
                .map(expression -> pattern("entries", expression))
                .toList();
        require(
                entries.stream().allMatch(one -> one.matcher("").groupCount() > 0),
                "entries",
                "each needs a group, in round brackets, around the name that it finds");
        require(entries.isEmpty() || file.indexOf('.') > 0, "file", "needs an ending, since entries name the rest");
        return new Source(file, files, opaque(), entries, entry.boilerplate().map(this::boilerplate));
    }

    private void fileName(String key, String file) {
        require(FILE.matcher(file).matches(), key, "\"" + file + "\" is no plain name of a file, such as main.py");
    }

    private Opaque opaque() {
        return new Opaque(pattern("opaque", entry.opaque().orElse(NOTHING)));
    }

    private Boilerplate boilerplate(BoilerplateEntry written) {
        var imports = new LinkedHashMap<Pattern, String>();
        written.imports()
                .orElse(Map.of())
                .forEach((used, line) -> imports.put(pattern("boilerplate.imports", used), line));
        return new Boilerplate(
                pattern("boilerplate.unless", written.unless()),
                pattern("boilerplate.hoist", written.hoist().orElse(NOTHING)),
                written.mark().orElse(""),
                imports,
                pattern("boilerplate.binds", written.binds().orElse(WHOLE_LINES)),
                written.before(),
                written.after());
    }

    private List<String> command(String key, Optional<List<String>> written) {
        var words = written.orElse(List.of());
        require(!words.isEmpty(), key, "is missing: write a command as a list, such as [python3, \"{file}\"]");
        words.forEach(word -> requireNoNul(key, word));
        for (var word : words) {
            PLACEHOLDER
                    .matcher(word)
                    .results()
                    .map(found -> found.group())
                    .filter(found -> !PLACEHOLDERS.contains(found) && !Recipe.LISTS.contains(word))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw refused(
                                key,
                                "has no placeholder " + unknown + " in \"" + word + "\"; there are "
                                        + String.join(
                                                " ",
                                                PLACEHOLDERS.stream().sorted().toList())
                                        + ", and {args} and {sources} as words of their own");
                    });
        }
        return List.copyOf(words);
    }

    private Map<String, String> environment() {
        var variables = entry.environment().orElse(Map.of());
        variables.forEach((variable, value) -> {
            require(
                    VARIABLE.matcher(variable).matches(),
                    "environment",
                    "\"" + variable + "\" is no name of a variable: use letters, digits and _");
            requireNoNul("environment", value);
        });
        return variables;
    }

    /** No system takes it. */
    private static void requireNoNul(String key, String value) {
        require(value.indexOf('\0') < 0, key, "can't have a NUL in it");
    }

    private int memory(String key, Optional<Integer> written) {
        int memory = written.orElse(0);
        boolean makesSense = written.isEmpty() || (memory > 0 && memory <= MOST_MEMORY);
        require(makesSense, key, "must be from 1 to " + MOST_MEMORY + " (MiB)");
        return memory;
    }

    private List<String> roots() {
        var roots = entry.roots().orElse(List.of());
        roots.forEach(root -> require(
                root.startsWith("/") || root.startsWith("{java}"), "roots", "\"" + root + "\" must begin with /"));
        return roots;
    }

    private Pattern pattern(String key, String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw refused(key, "is no regular expression: " + e.getDescription() + " in " + expression, e);
        }
    }

    private static void require(boolean holds, String key, String otherwise) {
        if (!holds) {
            throw refused(key, otherwise);
        }
    }

    private static IllegalArgumentException refused(String key, String why) {
        return new IllegalArgumentException((key.isEmpty() ? "" : "." + key) + ": " + why);
    }

    private static IllegalArgumentException refused(String key, String why, PatternSyntaxException cause) {
        return new IllegalArgumentException("." + key + ": " + why, cause);
    }
}
