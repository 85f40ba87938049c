package io.bellhop.core.discord;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.core.command.declare.ValueType.Plain;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.slash.Declared;
import io.bellhop.core.testkit.connector.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Knows one command, which lacks what to lend. */
final class Lending implements CallableCommands {
    static final String WHAT = "what";

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
        var what = Declared.argument(WHAT, Plain.TEXT);
        return line.equals(Platform.LACKING)
                ? Optional.of(new Lack(Declared.command(Platform.LACKING, what), List.of(what)))
                : Optional.empty();
    }

    @Override
    public Optional<Lack> open(String line) {
        return Optional.empty();
    }

    @Override
    public Optional<String> filled(String line, Map<String, String> values) {
        return Optional.ofNullable(values.get(WHAT)).map(what -> line + " " + what);
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
