package io.bellhop.api.command;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands of all loaded plugins and of the core. Injected; safe for use from any thread. */
public interface Commands {
    /**
     * Lists what someone may run somewhere.
     *
     * @param user who
     * @param channel where
     * @return the commands, by plugin and name
     */
    List<CommandDescription> allowed(User user, Channel channel);

    /**
     * Lists all there are, whoever may run them.
     *
     * @return the commands, by plugin and name
     */
    List<CommandDescription> list();

    /**
     * Finds a command.
     *
     * @param name its name or an alias
     * @return the command, or empty
     */
    Optional<CommandDescription> find(String name);

    /**
     * Tells whether a command is disabled somewhere, whoever asks for it.
     *
     * @param command the command
     * @param channel where
     * @return where that was set, such as {@code this space}; empty if it is not disabled
     */
    Optional<String> disabled(CommandDescription command, Channel channel);

    /**
     * Tells whether commands are answered somewhere at all. Where they are not, admins are answered all the same.
     *
     * @param channel where
     * @return false if a setting names other channels only
     */
    boolean answersIn(Channel channel);

    /**
     * Returns what stands in front of a command.
     *
     * @param channel where
     * @return the prefix, such as {@code !}
     */
    String prefix(Channel channel);

    /**
     * Returns the language that people are to be answered in, as far as a plugin has one.
     *
     * @param channel where
     * @return the language, perhaps with a region; English if nobody has set another
     */
    Locale language(Channel channel);
}
