package io.bellhop.core.discord.slash;

import io.bellhop.api.access.Rank;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.core.discord.slash.SlashPaths.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** A tree while it is being made. */
final class Growth {
    private static final DefaultMemberPermissions MANAGERS =
            DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER);

    private final LeftOut leftOut;
    private final List<CommandData> commands = new ArrayList<>();
    private final Map<String, CommandDescription> names = new HashMap<>();
    private int slashCommands;

    Growth(LeftOut leftOut) {
        this.leftOut = leftOut;
    }

    List<CommandData> commands() {
        return commands;
    }

    Map<String, CommandDescription> names() {
        return names;
    }

    /** Adds all whose paths begin with a word. */
    void add(String top, List<Place> places) {
        if (places.getFirst().path().size() == 1) {
            leaves(places).forEach(leaf -> {
                var description = leaf.description();
                var command = Commands.slash(top, description.usual())
                        .setDescriptionLocalizations(description.others())
                        .addOptions(leaf.options());
                put(command, Stream.of(new Branch.Reach(top, leaf.command())));
            });
            return;
        }
        var parts = Limits.parted(branches(places), Limits.CHARACTERS - Branch.MOST_OVERHEAD, Branch::length);
        for (int part = 0; part < parts.size(); part++) {
            var name = Limits.name(top, part);
            var command =
                    Commands.slash(name, Branch.description(places.getFirst().command(), top));
            parts.get(part).forEach(branch -> branch.into(command));
            put(command, parts.get(part).stream().flatMap(branch -> branch.reaches(name)));
        }
    }

    void addMenu(ContextMenus.Entry entry, CommandDescription command) {
        var menu = Commands.context(entry.type(), entry.name());
        // a rank is had in a server that the bot is in
        commands.add(entry.name().equals(SlashTree.RANK) ? whereInvited(menu) : everywhere(menu));
        names.put(entry.name(), command);
    }

    private void put(SlashCommandData command, Stream<Branch.Reach> reaches) {
        var reached = reaches.toList();
        var reason = !Limits.isName(command.getName())
                ? "its name has more than 32 letters"
                : commands.stream().anyMatch(other -> other.getName().equals(command.getName()))
                        ? "another is called /" + command.getName()
                        : slashCommands == Limits.COMMANDS ? "there are 100 others" : "";
        if (!reason.isEmpty()) {
            reached.forEach(reach -> leftOut.command(reach.command().name(), reason));
            return;
        }
        slashCommands++;
        boolean forManagers = reached.stream().allMatch(reach -> reach.command().rank() >= Rank.ADMIN);
        commands.add(
                forManagers
                        ? whereInvited(command).setDefaultPermissions(MANAGERS)
                        : everywhere(command).setDefaultPermissions(DefaultMemberPermissions.ENABLED));
        reached.forEach(reach -> names.put(reach.name(), reach.command()));
    }

    /** What people can call wherever they are, once they have installed the bot for themselves. */
    private static CommandData everywhere(CommandData command) {
        return command.setContexts(
                        InteractionContextType.GUILD,
                        InteractionContextType.BOT_DM,
                        InteractionContextType.PRIVATE_CHANNEL)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL)
                .setNSFW(false);
    }

    /** What is about a server, or the bot itself, and so of no use where the bot is not. */
    private static CommandData whereInvited(CommandData command) {
        return command.setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                .setNSFW(false);
    }

    private List<Branch> branches(List<Place> places) {
        var bySecond = new TreeMap<String, List<Place>>();
        places.forEach(place -> bySecond.computeIfAbsent(place.path().get(1), word -> new ArrayList<>())
                .add(place));
        var branches = new ArrayList<Branch>();
        bySecond.forEach((word, there) -> {
            var leaves = leaves(there);
            if (there.getFirst().path().size() == 2) {
                leaves.stream().map(Branch.Single::new).forEach(branches::add);
            } else {
                branches.addAll(Branch.Group.of(word, leaves));
            }
        });
        // JDA hands sub-commands out before groups, and what was registered is compared in its order
        branches.sort((one, other) -> Boolean.compare(one instanceof Branch.Group, other instanceof Branch.Group));
        return branches;
    }

    private List<Leaf> leaves(List<Place> places) {
        var leaves = new ArrayList<Leaf>();
        for (var place : places) {
            var leaf = Leaf.of(place.path().getLast(), place.command(), leftOut);
            if (!leaf.isWhole()) {
                leftOut.command(place.command().name(), "what it needs is not among its options");
            } else if (leaf.length() > Limits.CHARACTERS - 2 * Branch.MOST_OVERHEAD) {
                leftOut.command(place.command().name(), "its descriptions and choices are more than Discord takes");
            } else {
                leaves.add(leaf);
            }
        }
        return leaves;
    }
}
