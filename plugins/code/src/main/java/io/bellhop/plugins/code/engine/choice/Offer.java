package io.bellhop.plugins.code.engine.choice;

import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.Language;
import java.util.regex.Pattern;

/**
 * A language together with an engine that runs it.
 *
 * @param language what
 * @param engine by what
 */
public record Offer(Language language, Engine engine) {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

    /**
     * Tells whether this is what somebody wants.
     *
     * @param wanted an engine's name, or the beginning of a version, such as {@code 3.11}
     * @return true if it is
     */
    boolean is(String wanted) {
        var version = number();
        return engine.name().equals(wanted) || version.equals(wanted) || version.startsWith(wanted + ".");
    }

    /** Says how to ask for this one: in this version, by this engine. */
    String exactly() {
        return language.name() + atVersion() + "@" + engine.name();
    }

    /** Says how to ask for its version, after a name. */
    String atVersion() {
        return number().isEmpty() ? "" : "@" + number();
    }

    /** Tells whether a program for the one is likely to be a program for the other. */
    boolean isLike(Offer other) {
        return major().equals(other.major());
    }

    private String major() {
        return number().split("\\.", 2)[0];
    }

    private String number() {
        var found = NUMBER.matcher(language.version());
        return found.find() ? found.group() : "";
    }
}
