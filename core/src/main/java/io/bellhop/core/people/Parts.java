package io.bellhop.core.people;

import io.bellhop.core.storage.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The named parts of what is kept about someone, as maps, lists and values. */
final class Parts {
    private Parts() {}

    /** Makes values of a plugin's own classes what they are as JSON, so that no class of it goes any further. */
    static Map<String, Object> plain(Map<String, ?> parts) {
        var json = new Json();
        var plain = new LinkedHashMap<String, Object>();
        parts.forEach((name, value) -> plain.put(name, json.read(json.write(value), Object.class)));
        plain.values().removeIf(Parts::isEmpty);
        return plain;
    }

    /** Says what there is: {@code scripts (3), settings}. */
    static String summary(Map<String, Object> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + count(part.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> fields && fields.isEmpty());
    }

    private static String count(Object value) {
        return value instanceof List<?> items ? " (" + items.size() + ")" : "";
    }
}
