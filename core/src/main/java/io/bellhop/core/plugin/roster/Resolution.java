package io.bellhop.core.plugin.roster;

import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.inspect.Dependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of some plugins can run together.
 *
 * @param order those that can, each after those that it needs
 * @param refused why the others, by id, can't
 */
record Resolution(List<Blueprint> order, Map<String, String> refused) {
    /**
     * Resolves dependencies.
     *
     * @param candidates what shall run
     * @param absence tells of a plugin that is no candidate why it is none, as in "is disabled"
     */
    static Resolution of(Collection<Blueprint> candidates, Function<String, String> absence) {
        var open = new LinkedHashMap<String, Blueprint>();
        candidates.forEach(candidate -> open.put(candidate.id(), candidate));
        var resolution = new Resolution(new ArrayList<>(), new LinkedHashMap<>());
        resolution.refuseUnmet(open, absence);
        resolution.sort(open);
        resolution.refuseCircles(open);
        return resolution;
    }

    boolean contains(String id) {
        return order.stream().anyMatch(blueprint -> blueprint.id().equals(id));
    }

    private void refuseUnmet(Map<String, Blueprint> open, Function<String, String> absence) {
        boolean changed;
        do {
            changed = open.values().removeIf(blueprint -> {
                var reason = unmet(blueprint, open, absence);
                reason.ifPresent(why -> refused.put(blueprint.id(), why));
                return reason.isPresent();
            });
        } while (changed);
    }

    private Optional<String> unmet(Blueprint blueprint, Map<String, Blueprint> open, Function<String, String> absence) {
        return blueprint.descriptor().dependencies().stream()
                .flatMap(needed -> unmet(needed, open.get(needed.id()), absence).stream())
                .findFirst();
    }

    private Optional<String> unmet(Dependency needed, @Nullable Blueprint found, Function<String, String> absence) {
        if (found == null) {
            var why = refused.containsKey(needed.id()) ? "was refused" : absence.apply(needed.id());
            return Optional.of("It needs the plugin %s, which %s.".formatted(needed, why));
        }
        var version = found.descriptor().version();
        return needed.accepts(version)
                ? Optional.empty()
                : Optional.of("It needs the plugin %s, which is there in version %s.".formatted(needed, version));
    }

    /** Moves to the order, again and again, what needs nothing that is still open. */
    private void sort(Map<String, Blueprint> open) {
        boolean changed;
        do {
            var ready = open.values().stream()
                    .filter(blueprint -> open.keySet().stream().noneMatch(blueprint::needs))
                    .toList();
            order.addAll(ready);
            changed = open.values().removeAll(ready);
        } while (changed);
    }

    /** What is still open is in a circle, or needs something that is. */
    private void refuseCircles(Map<String, Blueprint> open) {
        for (var blueprint : open.values()) {
            var path = path(blueprint, open);
            refused.put(
                    blueprint.id(), "It needs itself, or what it needs does: %s.".formatted(String.join(" -> ", path)));
        }
    }

    private static List<String> path(Blueprint start, Map<String, Blueprint> open) {
        var path = new LinkedHashSet<String>();
        var at = start.id();
        while (path.add(at)) {
            var here = open.getOrDefault(at, start);
            at = open.keySet().stream().filter(here::needs).findFirst().orElseThrow();
        }
        var closed = new ArrayList<>(path);
        closed.add(at);
        return closed;
    }
}
