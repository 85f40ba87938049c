package io.bellhop.plugins.code.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All languages that the sandbox knows of, whether or not what they need is installed.
 *
 * @param languages the languages, by name
 * @param refused what the owner wrote and can't be used, each with its key and why
 */
public record LanguageBook(List<LanguageSpec> languages, List<String> refused) {
    private static final String KEY = "bellhop.yaml: plugins.code.languages.";

    /**
     * Puts the owner's languages over the shipped ones. What makes no sense is left out: the shipped language stays.
     *
     * @param own what the owner wrote, by name
     * @return the languages
     */
    public static LanguageBook of(Map<String, LanguageEntry> own) {
        var shipped = Shipped.entries();
        var languages = new TreeMap<String, LanguageSpec>();
        shipped.forEach((name, entry) -> languages.put(name, new Checks(name, entry).spec()));
        var refused = new ArrayList<String>();
        own.forEach((name, entry) -> {
            try {
                var whole = shipped.containsKey(name) ? entry.over(shipped.get(name)) : entry;
                var spec = new Checks(name, whole).spec();
                refuseTaken(spec, languages.values());
                languages.put(name, spec);
            } catch (IllegalArgumentException e) {
                refused.add(KEY + name + e.getMessage());
            }
        });
        return new LanguageBook(List.copyOf(languages.values()), List.copyOf(refused));
    }

    /**
     * Returns the folders that the languages need of the machine, outside of what every sandbox shows.
     *
     * @return absolute paths
     */
    public List<Path> roots() {
        return languages.stream()
                .flatMap(language -> language.roots().stream())
                .map(root -> Path.of(Recipe.withJava(root)))
                .filter(root -> !root.startsWith("/usr"))
                .distinct()
                .toList();
    }

    private static void refuseTaken(LanguageSpec spec, Collection<LanguageSpec> others) {
        var taken = new HashMap<String, String>();
        for (var other : others) {
            if (!other.name().equals(spec.name())) {
                taken.put(other.name(), other.name());
                other.aliases().forEach(alias -> taken.put(alias, other.name()));
            }
        }
        for (var word :
                Stream.concat(Stream.of(spec.name()), spec.aliases().stream()).toList()) {
            var whose = taken.get(word);
            if (whose != null) {
                throw new IllegalArgumentException(".aliases: " + word + " means " + whose + " already");
            }
        }
    }
}
