package io.bellhop.core.command.register;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Aliases;
import io.bellhop.core.command.register.AliasTables.Table;
import java.util.function.Predicate;

/** What a plugin sees of its table of shorthands. */
record HostedAliases(Table table, Predicate<String> commands) implements Aliases {
    @Override
    public boolean isCommand(String word) {
        return commands.test(word);
    }

    @Override
    public void put(UserId user, String name, String line) {
        table.put(user, name, line);
    }

    @Override
    public void remove(UserId user, String name) {
        table.remove(user, name);
    }
}
