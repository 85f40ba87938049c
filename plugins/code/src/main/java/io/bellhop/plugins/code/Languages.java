package io.bellhop.plugins.code;

import io.bellhop.api.error.Suggestion;
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
     * @return a name or an alias that is near, or empty
     */
    Optional<String> nearest(String name) {
        return Suggestion.nearest(name, byAnyName.keySet());
    }
}
