package io.bellhop.core.app;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.command.Commands;
import io.bellhop.core.command.register.CommandNames;
import io.bellhop.core.console.CommandLines;
import java.util.List;

/** What the console asks about the commands that are loaded now. */
record ConsoleCommands(Commands commands, CommandNames known) implements CommandLines {
    @Override
    public String prefix(Channel channel) {
        return commands.prefix(channel);
    }

    @Override
    public List<String> names() {
        return known.all();
    }

    @Override
    public boolean takesCode(Channel channel, String line) {
        var prefix = prefix(channel);
        return known.takesCode(line.startsWith(prefix) ? line.substring(prefix.length()) : line);
    }
}
