package io.bellhop.core.command.register;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.command.settings.CommandSettings;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells of the commands in the register to those who list, describe and complete them. */
public final class KnownCommands implements Commands, CommandNames {
    private final CommandRegister register;
    private final AccessPolicy access;
    private final CommandSettings settings;

    @Inject
    KnownCommands(CommandRegister register, AccessPolicy access, CommandSettings settings) {
        this.register = register;
        this.access = access;
        this.settings = settings;
    }

    @Override
    public List<CommandDescription> allowed(User user, Channel channel) {
        int rank = access.rank(user, channel);
        return list().stream()
                .filter(command -> access.allows(rank, command, channel))
                .filter(command -> settings.disabled(command, channel).isEmpty())
                .toList();
    }

    @Override
    public List<CommandDescription> list() {
        return register.entries().stream()
                .<CommandDescription>map(CommandEntry::declaration)
                .sorted(Comparator.comparing(
                                (CommandDescription command) -> command.plugin().id())
                        .thenComparing(CommandDescription::name))
                .toList();
    }

    @Override
    public List<String> shown() {
        var index = register.index();
        return index.names().stream()
                .filter(name -> {
                    var entry = index.find(name);
                    return entry != null && !entry.declaration().hidden();
                })
                .toList();
    }

    @Override
    public boolean takesCode(String line) {
        var entry = register.index().match(line).entry();
        return entry == null || entry.declaration().takesCode();
    }

    @Override
    public Optional<String> plugin(String line) {
        return Optional.ofNullable(register.index().match(line).entry())
                .map(entry -> entry.declaration().plugin().id());
    }

    @Override
    public boolean takesSecret(String line) {
        var entry = register.index().match(line).entry();
        return entry != null && entry.declaration().takesSecret();
    }

    @Override
    public Optional<CommandDescription> find(String name) {
        return Optional.ofNullable(register.index().find(name)).map(CommandEntry::declaration);
    }

    @Override
    public Optional<String> disabled(CommandDescription command, Channel channel) {
        return settings.disabled(command, channel);
    }

    @Override
    public boolean answersIn(Channel channel) {
        return settings.answersIn(channel);
    }

    @Override
    public String prefix(Channel channel) {
        return settings.prefix(channel);
    }

    @Override
    public Locale language(Channel channel) {
        return settings.language(channel);
    }
}
