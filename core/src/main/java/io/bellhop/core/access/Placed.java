package io.bellhop.core.access;

import io.bellhop.api.chat.SpaceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds in single spaces, and what holds everywhere. Never changes.
 *
 * @param <V> what holds
 * @param everywhere what holds everywhere, or null
 * @param spaces what holds in single spaces
 */
record Placed<V>(@Nullable V everywhere, Map<SpaceId, V> spaces) {
    Placed {
        spaces = Map.copyOf(spaces);
    }

    /** Nothing holds anywhere. */
    static <V> Placed<V> nowhere() {
        return new Placed<>(null, Map.of());
    }

    Placed<V> with(Optional<SpaceId> space, V value) {
        return change(space.orElse(null), value);
    }

    Placed<V> without(Optional<SpaceId> space) {
        return change(space.orElse(null), null);
    }

    /** Returns what holds in one space alone, or null. */
    @Nullable
    V in(@Nullable SpaceId space) {
        return space == null ? null : spaces.get(space);
    }

    /** Lists what holds, and where. */
    List<In<V>> list() {
        var list = new ArrayList<In<V>>();
        if (everywhere != null) {
            list.add(new In<>(Optional.empty(), everywhere));
        }
        spaces.forEach((space, value) -> list.add(new In<>(Optional.of(space), value)));
        return list;
    }

    /**
     * What holds in one place.
     *
     * @param <V> what holds
     * @param space where, or empty for everywhere
     * @param value what holds
     */
    record In<V>(Optional<SpaceId> space, V value) {}

    boolean isEmpty() {
        return everywhere == null && spaces.isEmpty();
    }

    private Placed<V> change(@Nullable SpaceId space, @Nullable V value) {
        if (space == null) {
            return new Placed<>(value, spaces);
        }
        var changed = new HashMap<>(spaces);
        if (value == null) {
            changed.remove(space);
        } else {
            changed.put(space, value);
        }
        return new Placed<>(everywhere, changed);
    }
}
