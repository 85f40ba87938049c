package io.bellhop.core.console;

import io.bellhop.api.chat.Channel;
import java.util.List;

/**
 * What the console asks about commands. Called on the console's thread, so it answers at once and runs no plugin code.
 */
public interface CommandLines {
    /**
     * Returns what commands start with.
     *
     * @param channel where
     * @return the prefix, such as {@code !}
     */
    String prefix(Channel channel);

    /**
     * Returns the commands that can be completed.
     *
     * @return full names without a prefix, such as {@code plugin list}
     */
    List<String> names();

    /**
     * Tells whether a code block may belong to a line. The console then waits a moment for one that is still on its way
     * through a pipe; one that is there already belongs to its line in any case.
     *
     * @param channel where it was written
     * @param line the line as it was written, with its prefix
     * @return true if the line names a command that takes code, or one that is not known yet
     */
    boolean takesCode(Channel channel, String line);
}
