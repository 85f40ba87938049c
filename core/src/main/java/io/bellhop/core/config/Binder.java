package io.bellhop.core.config;

import io.bellhop.core.config.Value.Items;
import io.bellhop.core.config.Value.Scalar;
import io.bellhop.core.config.Value.Section;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of what was written. Goes on after a problem, so that all are found; what could not be made is then
 * null. Asks by instanceof, as pattern switches are linked at run time and a start waits for them. Remembers nothing of
 * the types: they may belong to a plugin that is unloaded later.
 */
final class Binder {
    private final Environment environment;
    private final Problems problems;

    Binder(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    @Nullable
    Object record(Class<?> type, Key key, Section section, Set<String> alsoKnown) {
        int before = problems.count();
        new KnownKeys(type, alsoKnown).refuseOthers(key, section, problems);
        var arguments = new ArrayList<@Nullable Object>();
        for (RecordComponent component : type.getRecordComponents()) {
            Target target = Target.of(component, key, section.place());
            Optional<Value> written =
                    Optional.ofNullable(section.values().get(target.key().last()));
            arguments.add(value(target, written));
        }
        return problems.count() == before
                ? new RecordMaker(environment, problems).make(type, arguments, key, section)
                : null;
    }

    private @Nullable Object value(Target target, Optional<Value> written) {
        if (target.type() instanceof Class<?> type) {
            return type.isRecord() ? nested(target, type, written) : single(target, type, written);
        }
        return target.type() instanceof ParameterizedType type ? several(target, type, written) : unbindable(target);
    }

    private @Nullable Object several(Target target, ParameterizedType type, Optional<Value> written) {
        if (type.getRawType() == Optional.class) {
            return optional(target.inside(argument(type, 0)), written);
        }
        if (type.getRawType() == List.class) {
            return list(target, argument(type, 0), written);
        }
        boolean isMap = type.getRawType() == Map.class && argument(type, 0) == String.class;
        return isMap ? map(target, argument(type, 1), written) : unbindable(target);
    }

    private @Nullable Object single(Target target, Class<?> type, Optional<Value> written) {
        Optional<ScalarType> scalar = ScalarType.of(type);
        return scalar.isPresent() ? scalar(target, type, scalar.get(), written) : unbindable(target);
    }

    private static Type argument(ParameterizedType of, int index) {
        return of.getActualTypeArguments()[index];
    }

    private @Nullable Object unbindable(Target target) {
        String type = target.type().getTypeName();
        problems.add(target.around(), target.key(), "has a type that no setting can have (" + type + ")", "");
        return null;
    }

    private Optional<?> optional(Target target, Optional<Value> written) {
        boolean isSet = written.isPresent() || !target.orElse().isEmpty() || environment.sets(target.key());
        return isSet ? Optional.ofNullable(value(target, written)) : Optional.empty();
    }

    private @Nullable Object nested(Target target, Class<?> type, Optional<Value> written) {
        Value value = written.orElse(Section.empty(target.around()));
        return value instanceof Section section
                ? record(type, target.key(), section, Set.of())
                : misshapen(target, value, "a section", "Put its keys on the lines below, indented.");
    }

    private @Nullable Object map(Target target, Type inner, Optional<Value> written) {
        if (written.isEmpty() && target.orElse().isEmpty()) {
            return missing(target, "names with values on the lines below, indented");
        }
        Value value = written.orElse(Section.empty(target.around()));
        return value instanceof Section section
                ? entries(target, inner, section)
                : misshapen(target, value, "a section", "Put names with values on the lines below.");
    }

    private Object entries(Target target, Type inner, Section section) {
        var entries = new LinkedHashMap<String, @Nullable Object>();
        section.values().forEach((name, written) -> {
            Object value = value(target.entry(inner, name, written), Optional.of(written));
            entries.put(name, value);
        });
        return Collections.unmodifiableMap(entries);
    }

    private @Nullable Object list(Target target, Type inner, Optional<Value> written) {
        Value value = environment
                .items(target.key())
                .or(() -> written)
                .or(target::defaultItems)
                .orElse(null);
        if (value == null) {
            return missing(target, "[first, second]");
        }
        return value instanceof Items items
                ? items(target, inner, items)
                : misshapen(target, value, "a list", "Write it like [first, second].");
    }

    private Object items(Target target, Type inner, Items items) {
        var values = new ArrayList<@Nullable Object>();
        var alone = new Binder(new Environment(Map.of(), problems), problems); // the variable is the whole list's
        for (Value item : items.values()) {
            values.add(alone.value(target.item(inner, item), Optional.of(item)));
        }
        return Collections.unmodifiableList(values);
    }

    private @Nullable Object scalar(Target target, Class<?> type, ScalarType scalar, Optional<Value> written) {
        int before = problems.count();
        Value value = environment
                .scalar(target.key(), type)
                .or(() -> written)
                .or(target::defaultScalar)
                .orElse(null);
        if (value == null) {
            return problems.count() == before ? missing(target, scalar.example()) : null;
        }
        return value instanceof Scalar one
                ? converted(target, scalar, one)
                : misshapen(target, value, "a single value", "Write it like " + scalar.example() + ".");
    }

    private @Nullable Object converted(Target target, ScalarType scalar, Scalar written) {
        try {
            return scalar.parse().apply(written.text());
        } catch (IllegalArgumentException e) {
            problems.add(written.place(), target.key(), String.valueOf(e.getMessage()), "");
            return null;
        }
    }

    private @Nullable Object missing(Target target, String example) {
        String how = "Write it like \"" + target.key().last() + ": " + example + "\", or set "
                + target.key().variable() + ".";
        problems.add(target.around(), target.key(), "is missing", how);
        return null;
    }

    private @Nullable Object misshapen(Target target, Value written, String expected, String remedy) {
        problems.add(written.place(), target.key(), "is " + written.shape() + ", not " + expected, remedy);
        return null;
    }
}
