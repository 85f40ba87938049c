package io.bellhop.api.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a command's declaration says of one parameter. */
public interface ParameterDescription {
    /** How a parameter is given. */
    enum Kind {
        /** By its place. */
        ARGUMENT,
        /** By its name. */
        FLAG,
        /** As all that is left of the line. */
        REST,
        /** As a fenced block after the line. */
        CODE_BLOCK,
        /** As a file that comes with the message. */
        ATTACHMENT
    }

    /**
     * Returns the name.
     *
     * @return the parameter's name in kebab case; for a flag, without dashes
     */
    String name();

    /**
     * Returns how the parameter is given.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Returns what may be written, in a user's words.
     *
     * @return such as {@code whole number}, {@code duration} or {@code red | green}
     */
    String type();

    /**
     * Returns what to write.
     *
     * @return a few words, perhaps none
     */
    String help();

    /**
     * Returns what to write, in a language.
     *
     * @param language the language, with or without a region
     * @return the words of the plugin's message bundle for the language, or else {@link #help()}
     */
    default String help(Locale language) {
        return help();
    }

    /**
     * Tells whether the parameter must be given.
     *
     * @return true if there is no default
     */
    boolean required();

    /**
     * Returns the value when nothing is written.
     *
     * @return the value as a user would write it, or empty
     */
    Optional<String> orElse();

    /**
     * Returns all values that may be written.
     *
     * @return the values in order; empty if they can't be listed
     */
    List<String> values();

    /**
     * Tells whether the plugin completes a value while it is typed.
     *
     * @return true if a method bears {@link Suggests} for it
     */
    boolean suggests();

    /**
     * Tells whether several values may be given.
     *
     * @return true for a list
     */
    boolean repeated();
}
