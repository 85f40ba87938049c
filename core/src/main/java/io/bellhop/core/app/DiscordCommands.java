package io.bellhop.core.app;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.core.command.ask.OpenLines;
import io.bellhop.core.command.suggest.Suggestions;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.slash.CommandSource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What Discord's slash commands, forms and menus ask about the commands that are loaded now. */
final class DiscordCommands implements CallableCommands {
    private final CommandSource source;
    private final OpenLines lines;
    private final Suggestions suggestions;

    @Inject
    DiscordCommands(CommandSource source, OpenLines lines, Suggestions suggestions) {
        this.source = source;
        this.lines = lines;
        this.suggestions = suggestions;
    }

    @Override
    public Optional<CommandDescription> find(String fullName) {
        return source.tree().find(fullName);
    }

    @Override
    public Optional<ParameterDescription> option(CommandDescription command, String option) {
        return source.tree().option(command, option);
    }

    @Override
    public Optional<Lack> lack(String line, int files) {
        return lines.lack(line, files).map(DiscordCommands::lack);
    }

    @Override
    public Optional<Lack> open(String line) {
        return lines.open(line).map(DiscordCommands::lack);
    }

    private static Lack lack(OpenLines.Lack lack) {
        return new Lack(lack.command(), lack.fields());
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
