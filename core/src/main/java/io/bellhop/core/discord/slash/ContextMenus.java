package io.bellhop.core.discord.slash;

import io.bellhop.api.command.CommandDescription;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dv8tion.jda.api.interactions.commands.Command;

/** The entries in the menus of messages and users, where the commands that they call are there. */
final class ContextMenus {
    private static final Map<Entry, String> ENTRIES = Map.of(
            new Entry(Command.Type.MESSAGE, SlashTree.RUN_CODE),
            "run",
            new Entry(Command.Type.USER, SlashTree.RANK),
            "access show");

    private ContextMenus() {}

    /** An entry of a menu. */
    record Entry(Command.Type type, String name) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return name.compareTo(other.name);
        }
    }

    static Map<Entry, CommandDescription> of(List<CommandDescription> commands) {
        var found = new TreeMap<Entry, CommandDescription>();
        ENTRIES.forEach((entry, name) -> commands.stream()
                .filter(command -> command.name().equals(name))
                .forEach(command -> found.put(entry, command)));
        return found;
    }
}
