package io.bellhop.plugins.code.engine.choice;

import io.bellhop.api.error.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The languages that can be run, by all the names they go by. Immutable. */
final class Catalogue {
    private final Map<String, Offers> byName = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * Makes a catalogue. An offer joins an earlier one that its language's name is a name of, so that all engines'
     * kinds of one language are under one name, that of the preferred engine. Where an offer's other name is the name
     * of another language, such as {@code node} of {@code js}, that one's offers come last.
     *
     * @param offers of all engines, the preferred engine's first
     */
    Catalogue(List<Offer> offers) {
        var groups = new TreeMap<String, List<Offer>>();
        for (var offer : offers) {
            var language = offer.language();
            var name = names.getOrDefault(language.name(), language.name());
            groups.computeIfAbsent(name, any -> new ArrayList<>()).add(offer);
            names.put(language.name(), name);
            language.aliases().forEach(alias -> names.putIfAbsent(alias, name));
        }
        groups.forEach((name, all) -> byName.put(name, offers(name, groups)));
    }

    private Offers offers(String name, Map<String, List<Offer>> groups) {
        var own = groups.getOrDefault(name, List.of());
        var others = names(own)
                .filter(other -> !other.equals(name))
                .flatMap(other -> groups.getOrDefault(other, List.of()).stream());
        var aliases = names(own)
                .filter(alias -> name.equals(names.get(alias)) && !alias.equals(name))
                .sorted()
                .toList();
        return new Offers(name, aliases, Stream.concat(own.stream(), others).toList());
    }

    private static Stream<String> names(List<Offer> offers) {
        return offers.stream()
                .map(Offer::language)
                .flatMap(language -> Stream.concat(Stream.of(language.name()), language.aliases().stream()))
                .distinct();
    }

    Collection<Offers> all() {
        return byName.values();
    }

    /** {@return all names and aliases} */
    Set<String> names() {
        return names.keySet();
    }

    Optional<Offers> find(String anyName) {
        return Optional.ofNullable(names.get(anyName)).map(byName::get);
    }

    Optional<String> nearest(String name) {
        return Suggestion.nearest(name, names.keySet());
    }
}
