package io.bellhop.core.app;

import io.bellhop.api.command.Commands;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.command.register.CommandIndex;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.discord.slash.CommandSource;
import io.bellhop.core.discord.slash.SlashTree;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The bot's commands as Discord's native ones, made anew when they have changed. */
@Singleton
final class NativeCommands implements CommandSource {
    private final Commands commands;
    private final CommandRegister register;
    private volatile @Nullable Known known;

    @Inject
    NativeCommands(Commands commands, CommandRegister register) {
        this.commands = commands;
        this.register = register;
    }

    /** The tree of the commands of an index, which never changes. */
    private record Known(CommandIndex index, SlashTree tree) {}

    @Override
    public SlashTree tree() {
        var last = known;
        var index = register.index();
        if (last == null || last.index() != index) {
            last = new Known(index, SlashTree.of(commands.list()));
            known = last;
        }
        return last.tree();
    }

    @Override
    public Registration onChange(Runnable listener) {
        return register.onChange(listener);
    }
}
