package io.bellhop.plugins.code.engine.piston.wire;

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
public record JsonObject(Map<?, ?> fields) {
    /**
     * Reads an object.
     *
     * @param json the object in UTF-8, and nothing else
     * @return the object
     * @throws IllegalArgumentException if it is none
     */
    public static JsonObject read(byte[] json) {
        return of(Json.read(json));
    }

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

    /**
     * Returns a field that is text.
     *
     * @param name the field's name
     * @return its value, or empty if there is none
     * @throws IllegalArgumentException if it is something else
     */
    public Optional<String> text(String name) {
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
