package io.bellhop.core.console;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import java.util.List;

/**
 * What the console asks about commands. Called on the console's thread, so all but {@link #complete} answers at once.
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
     * Completes the last argument of a line, waiting for the plugin for at most 2 seconds.
     *
     * @param user who types
     * @param channel where
     * @param line what is typed yet, with its prefix
     * @return the line as it could go on
     */
    List<String> complete(User user, Channel channel, String line);

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
