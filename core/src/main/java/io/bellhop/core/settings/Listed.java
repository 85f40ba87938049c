package io.bellhop.core.settings;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Lists that are kept as one value. */
final class Listed {
    private Listed() {}

    static List<String> split(String value) {
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    static String join(Collection<String> items) {
        return String.join(", ", items);
    }
}
