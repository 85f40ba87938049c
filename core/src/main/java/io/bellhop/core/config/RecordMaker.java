package io.bellhop.core.config;

import io.bellhop.core.config.Value.Section;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls a record's constructor, which may refuse what it is given. */
record RecordMaker(Environment environment, Problems problems) {
    @Nullable
    Object make(Class<?> type, List<@Nullable Object> arguments, Key key, Section section) {
        try {
            return constructor(type).newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            refuse(e.getTargetException(), key, section);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record " + type.getName() + " can't be made", e);
        }
        return null;
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    private void refuse(Throwable thrown, Key key, Section section) {
        switch (thrown) {
            case Error error -> throw error;
            case IllegalArgumentException refusal -> tell(String.valueOf(refusal.getMessage()), key, section);
            default -> tell("is refused: " + thrown, key, section);
        }
    }

    /** A message that begins with one of the section's keys is about that key, and is told where that one is set. */
    private void tell(String message, Key key, Section section) {
        String first = message.split("[ :]", 2)[0];
        Key named = key.child(first);
        if (environment.variables().containsKey(named.variable())) {
            problems.add(Place.of(named.variable()), named, rest(message, first), "");
        } else if (section.values().containsKey(first)) {
            problems.add(Objects.requireNonNull(section.values().get(first)).place(), named, rest(message, first), "");
        } else {
            problems.add(section.place(), key, message, "");
        }
    }

    private static String rest(String message, String first) {
        return message.substring(first.length()).strip();
    }
}
