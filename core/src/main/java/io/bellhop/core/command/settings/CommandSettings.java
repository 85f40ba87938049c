package io.bellhop.core.command.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.command.CommandDescription;
import java.util.Locale;
import java.util.Optional;

/** What is set for commands, in one place or another. Asked at every message: quick, from any thread. */
public interface CommandSettings {
    /**
     * Returns what stands in front of a command.
     *
     * @param channel where
     * @return the prefix
     */
    String prefix(Channel channel);

    /**
     * Returns the language that people are to be answered in.
     *
     * @param channel where
     * @return the language
     */
    Locale language(Channel channel);

    /**
     * Tells whether commands are answered somewhere, but for those of admins, which always are.
     *
     * @param channel where
     * @return true if they are
     */
    boolean answersIn(Channel channel);

    /**
     * Tells whether a command is disabled somewhere.
     *
     * @param command the command
     * @param channel where
     * @return where it was disabled, such as {@code this space}, or empty if it may run
     */
    Optional<String> disabled(CommandDescription command, Channel channel);
}
