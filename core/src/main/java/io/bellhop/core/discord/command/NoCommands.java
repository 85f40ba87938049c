package io.bellhop.core.discord.command;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** No commands at all. */
public final class NoCommands implements CallableCommands {
    @Override
    public Optional<CommandDescription> find(String fullName) {
        return Optional.empty();
    }

    @Override
    public Optional<ParameterDescription> option(CommandDescription command, String option) {
        return Optional.empty();
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
        return Optional.empty();
    }

    @Override
    public Optional<String> running(CommandDescription command, String text) {
        return Optional.empty();
    }

    @Override
    public CompletionStage<List<String>> complete(
            CommandDescription command, ParameterDescription parameter, String typed, User user, Channel channel) {
        return CompletableFuture.completedStage(List.of());
    }
}
