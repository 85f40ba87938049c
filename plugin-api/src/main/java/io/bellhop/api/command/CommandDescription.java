package io.bellhop.api.command;

import io.bellhop.api.access.Need;
import io.bellhop.api.plugin.PluginDescription;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a command's declaration says. Everything that help, slash commands and checks need, without running its plugin.
 */
public interface CommandDescription {
    /**
     * Returns the name.
     *
     * @return one word, or several for a sub-command, with single spaces
     */
    String name();

    /**
     * Returns the other names.
     *
     * @return the aliases
     */
    List<String> aliases();

    /**
     * Returns what the command does.
     *
     * @return a sentence
     */
    String help();

    /**
     * Returns what the command does, in a language.
     *
     * @param language the language, with or without a region
     * @return the sentence of the plugin's message bundle for the language, or else {@link #help()}
     */
    default String help(Locale language) {
        return help();
    }

    /**
     * Returns the plugin that declares the command.
     *
     * @return the plugin; the core's own commands have the id {@code core}
     */
    PluginDescription plugin();

    /**
     * Returns the parameters.
     *
     * @return the parameters in order of declaration
     */
    List<ParameterDescription> parameters();

    /**
     * Returns the examples.
     *
     * @return the lines, without a prefix
     */
    List<String> examples();

    /**
     * Returns the least rank that may run it, as declared.
     *
     * @return the rank
     */
    int rank();

    /**
     * Returns the approvals that it needs, as declared.
     *
     * @return the approvals; their count is 0 if it declares none
     */
    Need approvals();

    /**
     * Returns who sees the reply.
     *
     * @return the visibility
     */
    Visibility visibility();

    /**
     * Returns the least time between two invocations by one user in one channel.
     *
     * @return the time, zero for none
     */
    Duration cooldown();

    /**
     * Returns the time after which it is interrupted.
     *
     * @return the time
     */
    Duration deadline();

    /**
     * Tells whether running it twice does no harm.
     *
     * @return true if it changes nothing
     */
    boolean repeatable();

    /**
     * Tells whether it runs again when its message is edited.
     *
     * @return true if it is repeatable, or declared to do so
     */
    default boolean rerunsOnEdit() {
        return repeatable();
    }

    /**
     * Tells whether no list shows it.
     *
     * @return true if people need not find it
     */
    default boolean hidden() {
        return false;
    }

    /**
     * Tells whether what is written after its name must not be kept or shown again.
     *
     * @return true if a parameter is a {@link io.bellhop.api.plugin.Secret}
     */
    boolean takesSecret();

    /**
     * Returns how it is written.
     *
     * @return a line such as {@code roll [-times COUNT] DICE}, without a prefix
     */
    String usage();
}
