package io.bellhop.core.app;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.discord.slash.CommandSource;
import jakarta.inject.Inject;
import java.util.List;

/** The bot's commands, for a platform that has commands of its own. */
record NativeCommands(Commands commands, CommandRegister register) implements CommandSource {
    @Inject
    NativeCommands {}

    @Override
    public List<CommandDescription> list() {
        return commands.list();
    }

    @Override
    public Registration onChange(Runnable listener) {
        return register.onChange(listener);
    }
}
