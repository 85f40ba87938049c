package io.bellhop.core.config;

/**
 * One thing that is wrong with the configuration. Holds no secret's value.
 *
 * @param source the file or the environment variable that is to be mended
 * @param line the line in the file, from 1, or 0 if it has none
 * @param key the setting, such as {@code discord.token}; empty if the file can't be read at all
 * @param what what is wrong, to be read after the key
 * @param remedy what to do, in a sentence; perhaps empty
 */
public record Problem(String source, int line, String key, String what, String remedy) {
    static Problem at(Place place, String key, String what, String remedy) {
        return new Problem(place.source(), place.line(), key, what, remedy);
    }

    /** {@return one line, such as {@code bellhop.yaml:3: prefx is unknown. Did you mean prefix?}} */
    @Override
    public String toString() {
        String told = new Place(source, line) + ": " + (key + " " + what).strip() + (what.endsWith("?") ? "" : ".");
        return remedy.isEmpty() ? told : told + " " + remedy;
    }
}
