package io.bellhop.core.storage;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/**
 * Values as JSON, and back. Each user has its own: a mapper keeps every class that it has seen, and would keep an
 * unloaded plugin's. Safe for use from any thread.
 */
public final class Json {
    private @Nullable JsonMapper mapper;

    /**
     * Writes a value.
     *
     * @param value a string, number, boolean, enum, record, list or map
     * @return the JSON
     * @throws IllegalArgumentException if it is none of these
     */
    public String write(Object value) {
        try {
            return mapper().writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " can't be written as JSON", e);
        }
    }

    /**
     * Writes a value for people to read.
     *
     * @param value as in {@link #write}
     * @return the JSON, on several lines
     */
    public String writePretty(Object value) {
        return mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /**
     * Reads a value.
     *
     * @param <T> what it is
     * @param json what was written
     * @param type what it is
     * @return the value
     * @throws IllegalArgumentException if it is something else
     */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper().readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("what is stored is no " + type.getName(), e);
        }
    }

    /** Made when it is first needed: that takes a noticeable part of a start. */
    private synchronized JsonMapper mapper() {
        var made = mapper;
        if (made == null) {
            made = JsonMapper.builder()
                    .typeFactory(TypeFactory.createDefaultInstance())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
            mapper = made;
        }
        return made;
    }
}
