package io.bellhop.core.discord.slash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What is to be done so that what is registered becomes what is wanted.
 *
 * @param gone what is wanted no more
 * @param changed what is registered otherwise than wanted
 * @param added what is not registered
 */
record Difference(List<Command> gone, Map<Command, CommandData> changed, List<CommandData> added) {
    /** What Discord knows a command by. */
    private record Key(Command.Type type, String name) {}

    static Difference of(List<Command> registered, List<CommandData> wanted, boolean inGuild) {
        var known = registered.stream()
                .collect(
                        Collectors.toMap(command -> new Key(command.getType(), command.getName()), command -> command));
        var changed = new LinkedHashMap<Command, CommandData>();
        var added = wanted.stream()
                .filter(command -> {
                    var old = known.remove(new Key(command.getType(), command.getName()));
                    if (old != null && !isSame(old, command, inGuild)) {
                        changed.put(old, command);
                    }
                    return old == null;
                })
                .toList();
        return new Difference(List.copyOf(known.values()), changed, added);
    }

    private static boolean isSame(Command registered, CommandData wanted, boolean inGuild) {
        return plain(CommandData.fromCommand(registered), inGuild).equals(plain(wanted, inGuild));
    }

    /** Returns what Discord sees of a command, in maps and lists that can be compared. */
    private static Map<String, Object> plain(CommandData command, boolean inGuild) {
        var plain = DataObject.fromJson(command.toData().toJson()).toMap();
        if (inGuild) { // where Discord keeps neither
            plain.remove("contexts");
            plain.remove("integration_types");
        }
        return plain;
    }
}
