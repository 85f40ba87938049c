package io.bellhop.plugins.code;

import io.bellhop.plugins.code.engine.Engine;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The languages that can be run, by all the names they go by. Where engines offer the same, the first one has it. */
final class Languages {
    private final Map<String, Offer> byName = new TreeMap<>();
    private final Map<String, Offer> byAnyName = new TreeMap<>();

    Languages(List<? extends Engine> engines) {
        for (var engine : engines) {
            for (var language : engine.languages()) {
                var offer = new Offer(language, engine);
                byName.putIfAbsent(language.name(), offer);
                byAnyName.putIfAbsent(language.name(), offer);
                language.aliases().forEach(alias -> byAnyName.putIfAbsent(alias, offer));
            }
        }
    }

    /** {@return all languages, by name} */
    Collection<Offer> all() {
        return byName.values();
    }

    /**
     * Finds a language.
     *
     * @param name a name or an alias, in any case
     * @return the language, or empty
     */
    Optional<Offer> find(String name) {
        return Optional.ofNullable(byAnyName.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Finds what someone may have meant.
     *
     * @param name what they wrote
     * @return a name or an alias that differs in a letter or two, or empty
     */
    Optional<String> nearest(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        var most = wanted.length() > 4 ? 2 : 1;
        return byAnyName.keySet().stream()
                .filter(known -> distance(wanted, known) <= most)
                .min((a, b) -> Integer.compare(distance(wanted, a), distance(wanted, b)));
    }

    /** Counts the letters to add, drop or change. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (var column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (var i = 1; i <= from.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
