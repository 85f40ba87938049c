package io.bellhop.core.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way to a value: {@code plugins.code.memory-limit}. */
record Key(List<String> names) {
    private static final String PLUGINS = "plugins.";

    /** A plugin's id may hold dots, other names can't. */
    static Key of(String section) {
        if (section.isEmpty()) {
            return new Key(List.of());
        }
        return section.startsWith(PLUGINS)
                ? new Key(List.of("plugins", section.substring(PLUGINS.length())))
                : new Key(List.of(section.split("\\.", -1)));
    }

    Key child(String name) {
        return new Key(Stream.concat(names.stream(), Stream.of(name)).toList());
    }

    Key upTo(int depth) {
        return new Key(names.subList(0, depth));
    }

    String last() {
        return names.getLast();
    }

    String variable() {
        return names.stream()
                .map(name -> name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.joining("_", "BELLHOP_", ""));
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
