package io.bellhop.core.command.declare;

import io.bellhop.core.config.KebabCase;
import java.util.List;
import java.util.Locale;

/** What a single value of a parameter may be, known from class files alone. */
public sealed interface ValueType {
    /** Says in a user's words what may be written. */
    String words();

    /** The types that the framework itself knows. */
    enum Plain implements ValueType {
        TEXT("text", "java.lang.String"),
        INT("whole number", "int", "java.lang.Integer"),
        LONG("whole number", "long", "java.lang.Long"),
        DOUBLE("number", "double", "java.lang.Double"),
        BOOLEAN("yes or no", "boolean", "java.lang.Boolean"),
        DURATION("duration", "java.time.Duration"),
        USER("user", "io.bellhop.api.chat.User"),
        CHANNEL("channel", "io.bellhop.api.chat.Channel"),
        SECRET("secret", "io.bellhop.api.plugin.Secret"),
        CODE_BLOCK("code block", "io.bellhop.api.command.CodeBlock"),
        ATTACHMENT("file", "io.bellhop.api.chat.Attachment");

        private final String words;
        private final String className;
        private final String boxedName;

        Plain(String words, String className) {
            this(words, className, className);
        }

        Plain(String words, String className, String boxedName) {
            this.words = words;
            this.className = className;
            this.boxedName = boxedName;
        }

        boolean isNamed(String name) {
            return name.equals(className) || name.equals(boxedName);
        }

        @Override
        public String words() {
            return words;
        }
    }

    /**
     * An enum.
     *
     * @param className its binary name
     * @param constants its constants in order
     */
    record Enumerated(String className, List<String> constants) implements ValueType {
        /** Returns the values as users write them. */
        public List<String> values() {
            return constants.stream().map(Enumerated::written).toList();
        }

        public static String written(String constant) {
            return constant.toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String words() {
            return String.join(" | ", values());
        }
    }

    /**
     * A type of the author's own.
     *
     * @param className its binary name
     * @param factory the static method that makes one from a string
     */
    record Own(String className, String factory) implements ValueType {
        @Override
        public String words() {
            var name = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
            return KebabCase.of(name).replace('-', ' ');
        }
    }
}
