package io.bellhop.core.config;

import java.util.List;
import java.util.Map;

/** What was written, not yet of any type, and where. A key without a value is as if it were not there. */
sealed interface Value {
    Place place();

    record Scalar(String text, Place place) implements Value {}

    record Items(List<Value> values, Place place) implements Value {}

    record Section(Map<String, Value> values, Place place) implements Value {
        static Section empty(Place place) {
            return new Section(Map.of(), place);
        }
    }

    /** Names the shape in a problem, without showing what was written. */
    default String shape() {
        return switch (this) {
            case Scalar _ -> "a single value";
            case Items _ -> "a list";
            case Section _ -> "a section";
        };
    }
}
