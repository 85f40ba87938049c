package io.bellhop.core.command.parse;

import io.bellhop.api.error.Suggestion;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.command.declare.ValueType;
import io.bellhop.core.config.Durations;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Turns a word into a value of a parameter's type. Throws {@link WrongInput} if it can't. */
@FunctionalInterface
interface Converter {
    Object convert(Token token, ConversionContext context);

    /** Makes the converter of a type, whose classes a plugin's loader finds. */
    static Converter of(ValueType type, ClassLoader loader) {
        return switch (type) {
            case ValueType.Plain plain -> plain(plain);
            case ValueType.Enumerated enumerated -> enumerated(enumerated, loader);
            case ValueType.Own own -> own(own, loader);
        };
    }

    private static Converter plain(ValueType.Plain type) {
        return switch (type) {
            case TEXT -> (token, context) -> token.value();
            case INT -> whole(Integer::valueOf, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole(Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> number(Converter::finite, "a number such as 2.5");
            case BOOLEAN -> (token, context) -> yesOrNo(token);
            case DURATION -> (token, context) -> duration(token);
            case USER ->
                (token, context) -> found(context.user(token.value()), "There is no user " + token.value(), token);
            case CHANNEL ->
                (token, context) ->
                        found(context.channel(token.value()), "There is no channel " + token.value(), token);
            case SECRET -> (token, context) -> new Secret(token.value());
            case CODE_BLOCK, ATTACHMENT -> throw new IllegalArgumentException(type + " is not written as a word");
        };
    }

    /** The bounds tell something only to whoever went beyond them. */
    private static Converter whole(Function<String, Object> parser, long least, long most) {
        var wrong = number(parser, "a whole number");
        var beyond = number(parser, "a whole number between " + least + " and " + most);
        return (token, context) -> (token.value().matches("[-+]?\\d+") ? beyond : wrong).convert(token, context);
    }

    private static Converter number(Function<String, Object> parser, String what) {
        return (token, context) -> {
            try {
                return parser.apply(token.value());
            } catch (NumberFormatException e) {
                throw new WrongInput("\"" + token.value() + "\" is not " + what + ".", token);
            }
        };
    }

    private static Object finite(String written) {
        double value = Double.parseDouble(written);
        if (!Double.isFinite(value) || written.isBlank()) {
            throw new NumberFormatException(written);
        }
        return value;
    }

    private static boolean yesOrNo(Token token) {
        return switch (token.value().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "on", "1" -> true;
            case "no", "n", "false", "off", "0" -> false;
            default -> throw new WrongInput("\"" + token.value() + "\" is neither yes nor no.", token);
        };
    }

    private static Object duration(Token token) {
        try {
            return Durations.parse(token.value());
        } catch (IllegalArgumentException e) {
            throw new WrongInput("\"" + token.value() + "\" " + e.getMessage() + ".", token);
        }
    }

    private static Object found(Optional<?> found, String problem, Token token) {
        if (found.isEmpty()) {
            throw new WrongInput(problem + ", or more than one. A mention or an id always works.", token);
        }
        return found.get();
    }

    private static Converter enumerated(ValueType.Enumerated type, ClassLoader loader) {
        var constants = load(type.className(), loader).getEnumConstants();
        return (token, context) -> {
            var wanted = ValueType.Enumerated.written(token.value());
            for (var constant : constants) {
                if (ValueType.Enumerated.written(((Enum<?>) constant).name()).equals(wanted)) {
                    return constant;
                }
            }
            var hint = Suggestion.nearest(wanted, type.values())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            throw new WrongInput("\"" + token.value() + "\" is none of " + type.words() + "." + hint, token);
        };
    }

    private static Converter own(ValueType.Own type, ClassLoader loader) {
        var factory = factory(type, load(type.className(), loader));
        return (token, context) -> {
            try {
                return (Object) factory.invokeExact(token.value());
            } catch (IllegalArgumentException e) {
                throw new WrongInput(
                        Optional.ofNullable(e.getMessage()).orElse("\"" + token.value() + "\" can't be used."), token);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(type.className() + "." + type.factory() + " failed", e);
            }
        };
    }

    private static MethodHandle factory(ValueType.Own type, Class<?> own) {
        try {
            return MethodHandles.privateLookupIn(own, MethodHandles.lookup())
                    .findStatic(own, type.factory(), MethodType.methodType(own, String.class))
                    .asType(MethodType.methodType(Object.class, String.class));
        } catch (ReflectiveOperationException e) {
            throw new DeclarationException(type.className() + " has no usable method " + type.factory() + "(String).");
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new DeclarationException("The class " + name + " of an argument is missing.");
        }
    }
}
