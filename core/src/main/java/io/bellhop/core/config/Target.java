package io.bellhop.core.config;

import io.bellhop.api.plugin.Setting;
import io.bellhop.core.config.Value.Items;
import io.bellhop.core.config.Value.Scalar;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * What a value is wanted for: a component of a record, or what is in its list or map.
 *
 * @param around the section that it stands in, or should
 * @param orElse its default, if there is one
 */
record Target(Type type, Key key, Place around, List<String> orElse) {
    static Target of(RecordComponent component, Key section, Place around) {
        Setting setting = component.getAnnotation(Setting.class);
        List<String> orElse = setting == null ? List.of() : List.of(setting.orElse());
        return new Target(component.getGenericType(), section.child(KebabCase.of(component.getName())), around, orElse);
    }

    Target inside(Type inner) {
        return new Target(inner, key, around, orElse);
    }

    Target item(Type inner, Value value) {
        return new Target(inner, key, value.place(), List.of());
    }

    Target entry(Type inner, String name, Value value) {
        return new Target(inner, key.child(name), value.place(), List.of());
    }

    Optional<Value> defaultScalar() {
        return orElse.stream().findFirst().map(text -> new Scalar(text, around));
    }

    /** An empty default is an empty list. */
    Optional<Value> defaultItems() {
        if (orElse.isEmpty()) {
            return Optional.empty();
        }
        List<Value> items = orElse.stream()
                .filter(text -> !text.isEmpty())
                .<Value>map(text -> new Scalar(text, around))
                .toList();
        return Optional.of(new Items(items, around));
    }
}
