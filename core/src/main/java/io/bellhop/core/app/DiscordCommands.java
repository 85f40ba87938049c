package io.bellhop.core.app;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.core.command.ask.OpenLines;
import io.bellhop.core.command.register.CommandIndex;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.suggest.Suggestions;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.slash.SlashTree;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What Discord's slash commands, forms and menus ask about the commands that are loaded now. */
@Singleton
final class DiscordCommands implements CallableCommands {
    private final Commands commands;
    private final CommandRegister register;
    private final OpenLines lines;
    private final Suggestions suggestions;
    private volatile @Nullable Known known;

    @Inject
    DiscordCommands(Commands commands, CommandRegister register, OpenLines lines, Suggestions suggestions) {
        this.commands = commands;
        this.register = register;
        this.lines = lines;
        this.suggestions = suggestions;
    }

    /** The tree of the commands of an index, which never changes. */
    private record Known(CommandIndex index, SlashTree tree) {}

    private SlashTree tree() {
        var last = known;
        var index = register.index();
        if (last == null || last.index() != index) {
            last = new Known(index, SlashTree.of(commands.list()));
            known = last;
        }
        return last.tree();
    }

    @Override
    public Optional<CommandDescription> find(String fullName) {
        return tree().find(fullName);
    }

    @Override
    public Optional<ParameterDescription> option(CommandDescription command, String option) {
        return tree().option(command, option);
    }

    @Override
    public Optional<Lack> lack(String line) {
        return lines.lack(line).map(lack -> new Lack(lack.command(), lack.fields()));
    }

    @Override
    public Optional<String> filled(String line, Map<String, String> values) {
        return lines.filled(line, values);
    }

    @Override
    public Optional<String> running(CommandDescription command, String text) {
        return OpenLines.running(command.name(), text);
    }

    @Override
    public CompletionStage<List<String>> complete(
            CommandDescription command, ParameterDescription parameter, String typed, User user, Channel channel) {
        return suggestions.complete(command, parameter, typed, user, channel);
    }
}
