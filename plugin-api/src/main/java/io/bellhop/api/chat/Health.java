package io.bellhop.api.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a connector is, in words for the bot's owner: they stand in {@code !status}, and hold no secret. Immutable. */
public final class Health {
    private static final Health WELL = new Health(null, Map.of());

    private final @Nullable String trouble;
    private final Map<String, String> facts;

    private Health(@Nullable String trouble, Map<String, String> facts) {
        this.trouble = trouble;
        this.facts = facts;
    }

    /**
     * All is well.
     *
     * @return a health without trouble or facts
     */
    public static Health well() {
        return WELL;
    }

    /**
     * Something is wrong.
     *
     * @param trouble a sentence that says what is wrong and what to do
     * @return a health with trouble and without facts
     */
    public static Health troubled(String trouble) {
        return new Health(trouble, Map.of());
    }

    /**
     * Adds what is worth knowing.
     *
     * @param name what it is, such as {@code shards}
     * @param value how it is, such as {@code 2 of 2 up}
     * @return a health that says this too, after what it says already
     */
    public Health with(String name, String value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Health(trouble, Collections.unmodifiableMap(more));
    }

    /**
     * Returns what is wrong.
     *
     * @return a sentence, or empty if all is well
     */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * Returns what is worth knowing.
     *
     * @return values by name, in the order in which they were added
     */
    public Map<String, String> facts() {
        return facts;
    }
}
