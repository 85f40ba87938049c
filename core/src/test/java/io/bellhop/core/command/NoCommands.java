package io.bellhop.core.command;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A bot that has none. */
public final class NoCommands implements Commands {
    @Override
    public List<CommandDescription> allowed(User user, Channel channel) {
        return List.of();
    }

    @Override
    public List<CommandDescription> list() {
        return List.of();
    }

    @Override
    public Optional<CommandDescription> find(String name) {
        return Optional.empty();
    }

    @Override
    public Locale language(Channel channel) {
        return Locale.ENGLISH;
    }

    @Override
    public boolean answersIn(Channel channel) {
        return true;
    }

    @Override
    public String prefix(Channel channel) {
        return "!";
    }

    @Override
    public Optional<String> disabled(CommandDescription command, Channel channel) {
        return Optional.empty();
    }
}
