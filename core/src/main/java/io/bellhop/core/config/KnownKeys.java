package io.bellhop.core.config;

import io.bellhop.api.error.Suggestion;
import io.bellhop.core.config.Value.Section;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The keys that a section may have: its record's, and what the core itself reads there. */
record KnownKeys(Class<?> type, Set<String> alsoKnown) {
    void refuseOthers(Key key, Section section, Problems problems) {
        Set<String> known = all();
        section.values().forEach((name, value) -> {
            if (!known.contains(name)) {
                problems.add(value.place(), key.child(name), "is unknown", remedy(name, key, known));
            }
        });
    }

    Set<String> all() {
        var known = new TreeSet<>(alsoKnown);
        Stream.of(type.getRecordComponents())
                .map(component -> KebabCase.of(component.getName()))
                .forEach(known::add);
        return known;
    }

    private static String remedy(String name, Key key, Set<String> known) {
        int dot = name.indexOf('.');
        if (dot > 0 && known.contains(name.substring(0, dot))) {
            return "Write \"%s:\", and below it, indented, \"%s:\"."
                    .formatted(name.substring(0, dot), name.substring(dot + 1));
        }
        String all = known.isEmpty() ? "This section has no keys." : "Known here: " + String.join(", ", known) + ".";
        return Suggestion.nearest(name, known)
                .map(near -> "Did you mean " + key.child(near) + "?")
                .orElse(all);
    }
}
