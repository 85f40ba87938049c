package io.bellhop.core.discord.slash;

import io.bellhop.api.command.CommandDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** What hangs on a command that does nothing itself. */
sealed interface Branch {
    /** A name and a description at their longest. */
    int MOST_OVERHEAD = CommandData.MAX_NAME_LENGTH + CommandData.MAX_DESCRIPTION_LENGTH;

    /** What a full name calls. */
    record Reach(String name, CommandDescription command) {}

    int length();

    void into(SlashCommandData command);

    Stream<Reach> reaches(String parent);

    /** Describes what only holds others. */
    static String description(CommandDescription one, String name) {
        return Limits.description(one.plugin().description(), name);
    }

    private static SubcommandData subcommand(Leaf leaf) {
        var description = leaf.description();
        return new SubcommandData(leaf.name(), description.usual())
                .setDescriptionLocalizations(description.others())
                .addOptions(leaf.options());
    }

    /** A sub-command. */
    record Single(Leaf leaf) implements Branch {
        @Override
        public int length() {
            return leaf.length();
        }

        @Override
        public void into(SlashCommandData command) {
            command.addSubcommands(subcommand(leaf));
        }

        @Override
        public Stream<Reach> reaches(String parent) {
            return Stream.of(new Reach(parent + " " + leaf.name(), leaf.command()));
        }
    }

    /** A group of them. */
    record Group(String name, List<Leaf> leaves) implements Branch {
        /** Makes as many groups as are needed. */
        static List<Group> of(String name, List<Leaf> leaves) {
            var parts = Limits.parted(leaves, Limits.CHARACTERS - 2 * MOST_OVERHEAD, Leaf::length);
            var groups = new ArrayList<Group>();
            for (var part : parts) {
                groups.add(new Group(Limits.name(name, groups.size()), part));
            }
            return groups;
        }

        @Override
        public int length() {
            return MOST_OVERHEAD + leaves.stream().mapToInt(Leaf::length).sum();
        }

        @Override
        public void into(SlashCommandData command) {
            var description = Branch.description(leaves.getFirst().command(), name);
            command.addSubcommandGroups(new SubcommandGroupData(name, description)
                    .addSubcommands(leaves.stream().map(Branch::subcommand).toList()));
        }

        @Override
        public Stream<Reach> reaches(String parent) {
            return leaves.stream().map(leaf -> new Reach(parent + " " + name + " " + leaf.name(), leaf.command()));
        }
    }
}
