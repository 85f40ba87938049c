package io.bellhop.core.discord;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.core.access.FakeCommand;
import io.bellhop.core.command.declare.ParameterDeclaration.Multiplicity;
import io.bellhop.core.command.declare.ValueType;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.slash.Declared;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Knows every command and every option, and suggests what a test says. */
record AnyCommands(CompletableFuture<List<String>> suggested) implements CallableCommands {
    @Override
    public Optional<CommandDescription> find(String fullName) {
        return Optional.of(new FakeCommand(fullName, List.of(), 0));
    }

    @Override
    public Optional<ParameterDescription> option(CommandDescription command, String option) {
        return Optional.of(Declared.parameter(option, Kind.ARGUMENT, ValueType.Plain.TEXT, Multiplicity.ONE, ""));
    }

    @Override
    public Optional<Lack> lack(String line, int files) {
        return Optional.empty();
    }

    @Override
    public Optional<Lack> open(String line) {
        return Optional.empty();
    }

    @Override
    public Optional<String> filled(String line, Map<String, String> values) {
        return Optional.of(line);
    }

    @Override
    public Optional<String> running(CommandDescription command, String text) {
        return Optional.empty();
    }

    @Override
    public CompletionStage<List<String>> complete(
            CommandDescription command, ParameterDescription parameter, String typed, User user, Channel channel) {
        return suggested;
    }
}
