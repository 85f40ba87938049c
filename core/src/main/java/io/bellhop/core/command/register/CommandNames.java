package io.bellhop.core.command.register;

import java.util.List;

/** The names of all commands, for those who complete or read ahead. Safe for use from any thread; quick. */
public interface CommandNames {
    /**
     * Lists them.
     *
     * @return names and aliases without a prefix, in order
     */
    List<String> all();

    /**
     * Tells whether a code block may follow a line.
     *
     * @param line a line without its prefix
     * @return true if it calls a command that takes code, or none that is known
     */
    boolean takesCode(String line);
}
