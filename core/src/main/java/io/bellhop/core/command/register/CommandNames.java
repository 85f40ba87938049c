package io.bellhop.core.command.register;

import java.util.List;
import java.util.Optional;

/** The names of the commands, for those who complete or read ahead. Safe for use from any thread; quick. */
public interface CommandNames {
    /**
     * Lists those that are not hidden.
     *
     * @return names and aliases without a prefix, in order
     */
    List<String> shown();

    /**
     * Tells whether a code block may follow a line.
     *
     * @param line a line without its prefix
     * @return true if it calls a command that takes code, or none that is known
     */
    boolean takesCode(String line);

    /**
     * Tells whose command a line calls.
     *
     * @param line a line without its prefix
     * @return the id of the plugin, or empty if the line calls no command that is known now
     */
    Optional<String> plugin(String line);

    /**
     * Tells whether a line may hold a secret, which is not to be kept.
     *
     * @param line a line without its prefix
     * @return true if it calls a command that takes a secret
     */
    boolean takesSecret(String line);
}
