package io.bellhop.plugins.code.engine.piston.wire;

import io.bellhop.plugins.code.engine.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The languages that servers have. */
public final class Runtimes {
    /** Piston has about a hundred packages, each in a few versions. */
    private static final int MOST = 1000;

    private static final int MOST_ALIASES = 30;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+#._*-]{0,31}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}");

    /** By name, and the newest of one name first. */
    private static final Comparator<Language> ORDER = Comparator.comparing(Language::name)
            .thenComparing(
                    Language::version,
                    Comparator.comparing(Runtimes::numbers, Runtimes::compare).reversed());

    private Runtimes() {}

    /**
     * Reads what a server has. What no one could ask for in chat is left out.
     *
     * @param json the server's answer
     * @return the languages
     * @throws IllegalArgumentException if it is no such answer
     */
    public static List<Language> read(byte[] json) {
        if (!(Json.read(json) instanceof List<?> runtimes)) {
            throw new IllegalArgumentException("no list of runtimes");
        }
        var languages = new ArrayList<Language>();
        for (var runtime : runtimes.subList(0, Math.min(MOST, runtimes.size()))) {
            var fields = JsonObject.of(runtime);
            var name = fields.text("language").orElse("").toLowerCase(Locale.ROOT);
            var version = fields.text("version").orElse("");
            if (NAME.matcher(name).matches() && VERSION.matcher(version).matches()) {
                languages.add(language(name, version, aliases(fields.list("aliases"))));
            }
        }
        return merge(languages);
    }

    /**
     * Makes one list of several servers' languages.
     *
     * @param languages what they have
     * @return each version of each language once, with all its aliases; by name, the newest first
     */
    public static List<Language> merge(List<Language> languages) {
        Map<String, Language> merged = new LinkedHashMap<>();
        for (var language : languages) {
            merged.merge(language.name() + " " + language.version(), language, Runtimes::both);
        }
        return merged.values().stream().sorted(ORDER).toList();
    }

    private static Language both(Language one, Language other) {
        var aliases = new TreeSet<>(one.aliases());
        aliases.addAll(other.aliases());
        return language(one.name(), one.version(), List.copyOf(aliases));
    }

    private static Language language(String name, String version, List<String> aliases) {
        return new Language(name, aliases, version, "file0.code", name);
    }

    private static List<String> aliases(List<?> told) {
        return told.stream()
                .filter(String.class::isInstance)
                .map(alias -> alias.toString().toLowerCase(Locale.ROOT))
                .filter(alias -> NAME.matcher(alias).matches())
                .limit(MOST_ALIASES)
                .sorted()
                .distinct()
                .toList();
    }

    private static List<Long> numbers(String version) {
        return Pattern.compile("\\d{1,18}")
                .matcher(version)
                .results()
                .map(found -> Long.valueOf(found.group()))
                .toList();
    }

    private static int compare(List<Long> one, List<Long> other) {
        for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
            var order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
