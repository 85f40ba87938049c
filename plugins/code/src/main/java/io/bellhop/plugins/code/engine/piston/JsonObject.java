package io.bellhop.plugins.code.engine.piston;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An object that somebody else made: each field is of the type that it should be, or refused. Null is the same as
 * nothing.
 *
 * @param fields what it holds
 */
record JsonObject(Map<?, ?> fields) {
    /**
     * Takes a value as an object.
     *
     * @throws IllegalArgumentException if it is none
     */
    static JsonObject of(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return new JsonObject(fields);
        }
        throw new IllegalArgumentException("no object");
    }

    Optional<String> text(String name) {
        return field(name, String.class);
    }

    OptionalDouble number(String name) {
        var number = field(name, Double.class);
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }

    Optional<JsonObject> object(String name) {
        return field(name, Map.class).map(JsonObject::new);
    }

    List<?> list(String name) {
        return field(name, List.class).orElse(List.of());
    }

    private <T> Optional<T> field(String name, Class<T> type) {
        var value = fields.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
