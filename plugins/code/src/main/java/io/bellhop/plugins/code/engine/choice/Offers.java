package io.bellhop.plugins.code.engine.choice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who offers a language.
 *
 * @param name what the language is called
 * @param aliases its other names, sorted
 * @param all who offers it, the preferred one first; at least one
 */
public record Offers(String name, List<String> aliases, List<Offer> all) {
    /**
     * Returns who would be asked first.
     *
     * @return the preferred offer
     */
    public Offer first() {
        return all.getFirst();
    }

    /**
     * Returns how its programs are highlighted.
     *
     * @return the tag of a fence
     */
    public String highlight() {
        return first().language().highlight();
    }

    /**
     * Returns which versions there are.
     *
     * @return the versions by the names of their engines, both in the order of preference
     */
    public Map<String, List<String>> versions() {
        return all.stream()
                .collect(groupingBy(
                        offer -> offer.engine().name(),
                        LinkedHashMap::new,
                        mapping(offer -> offer.language().version(), toList())));
    }

    /**
     * Says how to ask for the one that has run something before.
     *
     * @param engine the name of its engine
     * @param version the version, in its makers' words
     * @return such as {@code python@sandbox@3.12.3}, or empty if it is not there any more
     */
    public Optional<String> again(String engine, String version) {
        return all.stream()
                .filter(offer -> offer.engine().name().equals(engine)
                        && offer.language().version().equals(version))
                .findFirst()
                .map(offer -> name + "@" + engine + offer.atVersion());
    }

    /** Keeps those that are wanted, if there are any. */
    Optional<Offers> that(String wanted) {
        var those = all.stream().filter(offer -> offer.is(wanted)).toList();
        return those.isEmpty() ? Optional.empty() : Optional.of(new Offers(name, aliases, those));
    }

    /** The best of each engine, and after it what may take its place there: not the Python 2 beside a Python 3. */
    List<Offer> candidates() {
        return all.stream().filter(offer -> offer.isLike(bestBeside(offer))).toList();
    }

    /** Says how to ask for each of them. */
    List<String> exactly() {
        return all.stream().map(Offer::exactly).distinct().toList();
    }

    private Offer bestBeside(Offer one) {
        return all.stream()
                .filter(other -> other.engine().name().equals(one.engine().name()))
                .findFirst()
                .orElse(one);
    }
}
