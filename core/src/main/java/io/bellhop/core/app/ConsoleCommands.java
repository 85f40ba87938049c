package io.bellhop.core.app;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Commands;
import io.bellhop.core.command.register.CommandNames;
import io.bellhop.core.command.suggest.LineSuggestions;
import io.bellhop.core.console.CommandLines;
import jakarta.inject.Inject;
import java.util.List;

/** What the console asks about the commands that are loaded now. */
record ConsoleCommands(Commands commands, CommandNames known, LineSuggestions suggestions) implements CommandLines {
    @Inject
    ConsoleCommands {}

    @Override
    public String prefix(Channel channel) {
        return commands.prefix(channel);
    }

    @Override
    public List<String> names() {
        return known.shown();
    }

    @Override
    public List<String> complete(User user, Channel channel, String line) {
        var prefix = prefix(channel);
        if (!line.startsWith(prefix)) {
            return List.of();
        }
        return suggestions
                .complete(line.substring(prefix.length()), user, channel)
                .toCompletableFuture()
                .join()
                .stream()
                .map(prefix::concat)
                .toList();
    }

    @Override
    public boolean takesCode(Channel channel, String line) {
        var prefix = prefix(channel);
        return known.takesCode(line.startsWith(prefix) ? line.substring(prefix.length()) : line);
    }
}
