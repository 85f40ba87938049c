package io.bellhop.core.discord.command;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What the connector asks about commands. Called on the gateway's thread, so all but {@link #complete} answers at once,
 * from declarations alone, and runs no plugin code.
 */
public interface CallableCommands {
    /**
     * Finds the command that a native one calls.
     *
     * @param fullName the path of a slash command, such as {@code access set}, or an entry of a context menu
     * @return the command, or empty if it is not there any more
     */
    Optional<CommandDescription> find(String fullName);

    /**
     * Finds the parameter that an option gives.
     *
     * @param command the command
     * @param option the option's name
     * @return the parameter, or empty if it is not there any more
     */
    Optional<ParameterDescription> option(CommandDescription command, String option);

    /**
     * What a line lacks.
     *
     * @param command what it calls
     * @param fields what can be asked for, what must be given first
     */
    record Lack(CommandDescription command, List<ParameterDescription> fields) {}

    /**
     * Finds what a line lacks to run.
     *
     * @param line a command line without a prefix
     * @param files how many files come with it, of which one can stand for code
     * @return what it lacks; empty if it lacks nothing that can be written, or calls no command
     */
    Optional<Lack> lack(String line, int files);

    /**
     * Finds all that can still be written into a line, though it may run without.
     *
     * @param line a command line without a prefix
     * @return what can be asked for; empty if that is nothing, or it calls no command
     */
    Optional<Lack> open(String line);

    /**
     * Writes more into a line.
     *
     * @param line a command line without a prefix
     * @param values what to write by the names of parameters
     * @return the fuller line; empty if it calls no command
     */
    Optional<String> filled(String line, Map<String, String> values);

    /**
     * Writes the line that runs the first program in a text.
     *
     * @param command the command that runs programs
     * @param text what somebody wrote
     * @return the line; empty if the text holds no code block
     */
    Optional<String> running(CommandDescription command, String text);

    /**
     * Completes an argument.
     *
     * @param command whose argument it is
     * @param parameter which one
     * @param typed what there is of it yet
     * @param user who types
     * @param channel where
     * @return completes with what is suggested
     */
    CompletionStage<List<String>> complete(
            CommandDescription command, ParameterDescription parameter, String typed, User user, Channel channel);
}
