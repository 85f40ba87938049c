package io.bellhop.core.discord.slash;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.plugin.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Commands that a test lets come and go. */
public final class DeclaredCommands implements CommandSource {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<CommandDescription> commands;

    /** Begins with some. */
    public DeclaredCommands(CommandDescription... commands) {
        this.commands = List.of(commands);
    }

    /** Lets others take their place. */
    public void set(CommandDescription... others) {
        commands = List.of(others);
        listeners.forEach(Runnable::run);
    }

    @Override
    public SlashTree tree() {
        return SlashTree.of(commands);
    }

    @Override
    public Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
