package io.bellhop.plugins.access;

import io.bellhop.api.access.Access;
import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Optional;

/** Says why someone may run something, or may not. */
final class Explanation {
    private final Access access;
    private final Commands commands;
    private final RequirementTable table;

    @Inject
    Explanation(Access access, Commands commands, RequirementTable table) {
        this.access = access;
        this.commands = commands;
        this.table = table;
    }

    Text of(User user, CommandDescription command, Channel channel) {
        var standing = access.standing(user, channel);
        var needed = access.requirement(command, channel);
        var disabled = commands.disabled(command, channel);
        boolean elsewhere = standing.rank() < Rank.ADMIN && !commands.answersIn(channel);
        boolean may =
                standing.rank() > Rank.IGNORED && standing.rank() >= needed.rank() && disabled.isEmpty() && !elsewhere;
        var text = Text.empty()
                .bold(user.name())
                .add(" (")
                .code(user.id())
                .add(may ? ") may run " : ") may not run ")
                .code(command.name())
                .add(" here.")
                .line()
                .add("Rank " + standing.rank() + ": " + Grounds.words(standing) + ".")
                .line()
                .add(needs(command, channel));
        if (disabled.isPresent()) {
            text = text.line().add("It is disabled in " + disabled.get() + ", for everybody.");
        }
        return elsewhere
                ? text.line().add("Commands are answered in other channels of this space; see the setting channels.")
                : text;
    }

    /** Says what a command needs somewhere, and who says so. */
    Text needs(CommandDescription command, Channel channel) {
        var approvals = access.approvals(command, channel);
        var text = Text.empty()
                .code(command.name())
                .add(" needs " + words(access.requirement(command, channel).rank(), approvals.count()) + " here: ")
                .add(sources(command, channel) + ".");
        return approvals.count() == 0 ? text : text.line().add("Needs " + approvals.words() + ".");
    }

    private String sources(CommandDescription command, Channel channel) {
        if (command.rank() >= Rank.OWNER) {
            return "it touches the bot itself, so it always needs an owner";
        }
        var sources = new ArrayList<String>();
        channel.space()
                .map(Space::id)
                .flatMap(space -> table.find(command.name(), Optional.of(space)))
                .ifPresent(here -> sources.add("required in this space " + words(here.needs())));
        table.find(command.name(), Optional.empty())
                .map(CommandRequirement::needs)
                .ifPresent(everywhere -> sources.add("required everywhere " + words(everywhere)));
        sources.add("declared " + words(command.rank(), command.approvals().count()));
        return String.join(", ", sources);
    }

    /** Lists what was changed in a space, and everywhere. */
    Text changes(Channel channel) {
        var here = channel.space().map(Space::id);
        var text = Text.empty();
        for (var one : table.all()) {
            if (one.space().isEmpty() || one.space().equals(here)) {
                text = (text.isEmpty() ? text : text.line())
                        .code(one.command())
                        .add(" needs " + words(one.needs()) + (one.space().isEmpty() ? " everywhere" : " here"));
            }
        }
        return text.isEmpty() ? Text.of("Every command needs what it declares.") : text;
    }

    private static String words(Requirement requirement) {
        return words(requirement.rank(), requirement.approvals());
    }

    private static String words(int rank, int approvals) {
        return "rank " + rank + (approvals == 0 ? "" : " and " + approvals(approvals));
    }

    static String approvals(int count) {
        return count + (count == 1 ? " approval" : " approvals");
    }
}
