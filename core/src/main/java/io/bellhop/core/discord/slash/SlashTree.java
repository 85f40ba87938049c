package io.bellhop.core.discord.slash;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.core.chat.Visible;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * All commands as Discord's native ones, within Discord's limits. The words of a command's name are the path:
 * {@code access set} is {@code /access set}, and words beyond the third are joined by dashes. A command that has
 * sub-commands beside itself is their {@value #ITSELF}. More than 25 sub-commands go on under the same name with a
 * number, such as {@code /access-2}. Beyond 100 names the commands of a plugin stand under the plugin's id. Never
 * changes.
 */
public final class SlashTree {
    /** The entry in a message's menu that runs the code in it. */
    public static final String RUN_CODE = "Run code";

    /** The entry in a user's menu that says their rank. */
    public static final String RANK = "Rank";

    /** The sub-command that is the command itself. */
    static final String ITSELF = "main";

    private final List<CommandData> commands;
    private final Map<String, CommandDescription> byName;
    private final List<String> leftOut;

    private SlashTree(List<CommandData> commands, Map<String, CommandDescription> byName, List<String> leftOut) {
        this.commands = List.copyOf(commands);
        this.byName = Map.copyOf(byName);
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * Makes native commands of declared ones that are not hidden.
     *
     * @param commands what is declared; the same ones in another order make the same tree
     * @return the tree
     */
    public static SlashTree of(List<CommandDescription> commands) {
        var leftOut = new LeftOut();
        var shown = commands.stream().filter(command -> !command.hidden()).toList();
        var paths = new SlashPaths(leftOut).of(shown);
        var growth = new Growth(leftOut);
        paths.forEach(growth::add);
        ContextMenus.of(shown).forEach(growth::addMenu);
        return new SlashTree(growth.commands(), growth.names(), leftOut.sentences());
    }

    /**
     * Returns what is to be registered.
     *
     * @return at most 100 slash commands, in the order of their names, and the entries of context menus
     */
    public List<CommandData> commands() {
        return commands;
    }

    /**
     * Finds the command that a native one calls.
     *
     * @param fullCommandName its path with single spaces, such as {@code access set}; or a menu's entry
     * @return the command, or empty if it is not there any more
     */
    public Optional<CommandDescription> find(String fullCommandName) {
        return Optional.ofNullable(byName.get(fullCommandName));
    }

    /**
     * Finds the parameter that an option gives.
     *
     * @param command the command
     * @param optionName the option's name
     * @return the parameter, or empty if it is not there any more
     */
    public Optional<ParameterDescription> option(CommandDescription command, String optionName) {
        return SlashOption.parameters(command)
                .filter(parameter -> SlashOption.names(parameter).contains(optionName))
                .findFirst();
    }

    /**
     * Tells what could not be made native, wholly or in part.
     *
     * @return sentences for the log, each with the reason
     */
    public List<String> leftOut() {
        return leftOut.stream().map(Visible::of).toList();
    }
}
