package io.bellhop.core.config;

import io.bellhop.api.plugin.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values that can be written in one line: single ones, and lists of these with commas between them. */
public final class Inline {
    private Inline() {}

    /**
     * Tells whether values of a type can be written so, and seen by all.
     *
     * @param type the type of a record's component
     * @return true if they can; false also for secrets
     */
    public static boolean fits(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return fitsAlone(list.getActualTypeArguments()[0]);
        }
        return fitsAlone(type);
    }

    /**
     * Writes a value as people would.
     *
     * @param value a value of a type that fits
     * @return what would be read as that value
     */
    public static String write(Object value) {
        return switch (value) {
            case List<?> items -> items.stream().map(Inline::write).collect(Collectors.joining(", "));
            case Duration duration -> Durations.format(duration);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            default -> value.toString();
        };
    }

    private static boolean fitsAlone(Type type) {
        return type instanceof Class<?> one
                && one != Secret.class
                && ScalarType.of(one).isPresent();
    }
}
