package io.bellhop.core.config;

import io.bellhop.api.error.Suggestion;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.telemetry.Redaction;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a single value becomes one of a type.
 *
 * @param example how such a value looks
 * @param parse throws IllegalArgumentException with words that go on after the key
 */
record ScalarType(String example, Function<String, Object> parse) {
    static Optional<ScalarType> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(enumeration(type));
        }
        return Optional.ofNullable(
                switch (type.getName()) {
                    case "java.lang.String" -> new ScalarType("some text", text -> text);
                    case "int", "java.lang.Integer" -> new ScalarType("16", ScalarType::parseInt);
                    case "long", "java.lang.Long" -> new ScalarType("16", ScalarType::parseLong);
                    case "double", "java.lang.Double" -> new ScalarType("0.5", ScalarType::parseDouble);
                    case "boolean", "java.lang.Boolean" -> new ScalarType("true", ScalarType::parseBoolean);
                    case "java.time.Duration" -> new ScalarType("1m30s", ScalarType::parseDuration);
                    case "java.net.URI" -> new ScalarType("https://example.org", ScalarType::parseUri);
                    case "io.bellhop.api.plugin.Secret" -> new ScalarType("the-secret", ScalarType::parseSecret);
                    default -> null;
                });
    }

    private static Object parseInt(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException _) {
            throw wrong("a whole number", "16");
        }
    }

    private static Object parseLong(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            throw wrong("a whole number", "16");
        }
    }

    private static Object parseDouble(String text) {
        try {
            double number = new BigDecimal(text).doubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            throw wrong("a number", "0.5");
        }
        throw wrong("a number of this size", "0.5");
    }

    private static Object parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false", "true");
        };
    }

    private static Duration parseDuration(String text) {
        return Durations.parse(text);
    }

    private static Object parseUri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException _) {
            throw wrong("an address", "https://example.org");
        }
    }

    private static Object parseSecret(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is empty: leave it out or give it a value");
        }
        var secret = new Secret(text);
        Redaction.add(secret);
        return secret;
    }

    private static ScalarType enumeration(Class<?> type) {
        List<?> constants = List.of(type.getEnumConstants());
        List<String> names = constants.stream().map(ScalarType::nameOf).toList();
        return new ScalarType(names.getFirst(), text -> {
            int index = names.indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
            if (index < 0) {
                throw notOneOf(names, text);
            }
            return constants.get(index);
        });
    }

    private static String nameOf(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static IllegalArgumentException notOneOf(List<String> names, String text) {
        String near = Suggestion.nearest(text, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return new IllegalArgumentException(
                "has \"" + text + "\", which is not one of " + String.join(", ", names) + near);
    }

    private static IllegalArgumentException wrong(String expected, String example) {
        return new IllegalArgumentException("is not " + expected + ", such as " + example);
    }
}
