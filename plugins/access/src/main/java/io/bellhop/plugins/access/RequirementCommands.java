package io.bellhop.plugins.access;

import io.bellhop.api.access.Access;
import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.Suggestion;
import io.bellhop.api.plugin.ChatPlugin;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What commands need. */
@ChatPlugin
final class RequirementCommands {
    private static final int MOST_APPROVALS = 20;
    /** If these waited for approval, nothing could ever be approved. */
    private static final Set<String> UNAPPROVED = Set.of("approve", "deny", "approvals", "cancel");

    private final Jdbi jdbi;
    private final Access access;
    private final AccessRules rules;
    private final RequirementTable table;
    private final Commands commands;
    private final People people;
    private final Guard guard;
    private final Explanation explanation;

    @Inject
    RequirementCommands(
            Jdbi jdbi,
            Access access,
            AccessRules rules,
            RequirementTable table,
            Commands commands,
            People people,
            Guard guard,
            Explanation explanation) {
        this.jdbi = jdbi;
        this.access = access;
        this.rules = rules;
        this.table = table;
        this.commands = commands;
        this.people = people;
        this.guard = guard;
        this.explanation = explanation;
    }

    @Command(
            name = "access require",
            help = "Changes the rank, and the approvals, that a command needs.",
            rank = Rank.ADMIN)
    @Example("access require ping 100")
    @Example("access require \"access list\" 900 -approvals 2")
    Content require(
            @Arg(help = "in quotes if it is several words") String command,
            @Arg(help = "from 0 to 999") int rank,
            @Flag(help = "how many others must approve first", orElse = "0") int approvals,
            @Flag(help = "in all spaces and in private; for owners") boolean everywhere,
            @Flag(help = "do it although many lose by it") boolean confirm,
            Invocation asking) {
        var scope = Scope.of(asking.channel(), everywhere);
        var found = find(command);
        checkApprovals(found, approvals);
        return change(new Wish(found, scope, confirm, asking), new Requirement(rank, approvals));
    }

    @Command(name = "access reset", help = "Lets a command need again what it declares.", rank = Rank.ADMIN)
    @Example("access reset ping")
    Content reset(
            @Arg(help = "in quotes if it is several words") String command,
            @Flag(help = "in all spaces and in private; for owners") boolean everywhere,
            @Flag(help = "do it although many lose by it") boolean confirm,
            Invocation asking) {
        var scope = Scope.of(asking.channel(), everywhere);
        return change(new Wish(find(command), scope, confirm, asking), null);
    }

    @Command(
            name = "access required",
            help = "Lists the commands whose needs were changed here or everywhere.",
            rank = Rank.MODERATOR,
            repeatable = true)
    Text required(Invocation asking) {
        return explanation.changes(asking.channel());
    }

    @Command(
            name = "access explain",
            help = "Says exactly why someone may, or may not, run a command here.",
            rank = Rank.MODERATOR,
            repeatable = true)
    @Example("access explain @ann ping")
    Text explain(
            @Arg(help = "a mention, connector:id, or a name that only one has here") String user,
            @Rest(help = "the words of the command") List<String> command,
            Invocation asking) {
        var found = people.find(user, asking.channel());
        return explanation.of(found, find(String.join(" ", command)), asking.channel());
    }

    /** Who wants what changed, and where. */
    private record Wish(CommandDescription command, Scope scope, boolean confirm, Invocation asking) {
        private String line(@Nullable Requirement needs) {
            var name = '"' + command.name() + '"';
            var what = needs == null
                    ? "access reset " + name
                    : "access require " + name + " " + needs.rank() + " -approvals " + needs.approvals();
            return what + (scope.isEverywhere() ? " -everywhere" : "") + " -confirm";
        }
    }

    private Content change(Wish wish, @Nullable Requirement needs) {
        var command = wish.command;
        int rank = needs == null ? command.rank() : needs.rank();
        guard.mayReach(wish.asking, wish.scope);
        return jdbi.inTransaction(handle -> {
            guard.mayRequire(wish.asking, command, rank);
            var before = before(wish);
            boolean isStricter = rank > before.rank() || (needs != null && needs.approvals() > before.approvals());
            if (isStricter && !wish.confirm) {
                return Confirmation.of(consequence(wish, rank, needs, before), wish.line(needs));
            }
            put(wish, needs);
            return Content.of(explanation.needs(command, wish.asking.channel()));
        });
    }

    private static String consequence(Wish wish, int rank, @Nullable Requirement needs, Requirement before) {
        var name = wish.command.name();
        return rank > before.rank()
                ? "Everyone below rank " + rank + " would lose " + name + " " + wish.scope.words() + ", which needs "
                        + before.rank() + " now."
                : "Nobody could run " + name + " " + wish.scope.words() + " without "
                        + Explanation.approvals(needs == null ? 0 : needs.approvals()) + ".";
    }

    private Requirement before(Wish wish) {
        var command = wish.command;
        return wish.scope.isEverywhere()
                ? table.find(command.name(), Optional.empty())
                        .map(CommandRequirement::needs)
                        .orElse(new Requirement(command.rank(), 0))
                : access.requirement(command, wish.asking.channel());
    }

    private void put(Wish wish, @Nullable Requirement needs) {
        var space = wish.scope.space();
        var name = wish.command.name();
        if (needs == null) {
            table.remove(name, space);
            rules.remove(new CommandRequirement(name, space, new Requirement(0, 0)));
        } else {
            var requirement = new CommandRequirement(name, space, needs);
            table.put(requirement);
            rules.put(requirement);
        }
    }

    private static void checkApprovals(CommandDescription command, int approvals) {
        if (approvals < 0 || approvals > MOST_APPROVALS) {
            throw BellhopException.user(
                    "access.range", "The number of approvals is a whole number from 0 to " + MOST_APPROVALS + ".");
        }
        if (approvals > 0 && (command.name().startsWith("access ") || UNAPPROVED.contains(command.name()))) {
            throw BellhopException.user(
                    "access.unapproved",
                    command.name() + " never waits for approvals: else nothing could be approved, or undone.");
        }
    }

    private CommandDescription find(String written) {
        var name = String.join(" ", written.strip().split("\\s+"));
        return commands.find(name).orElseThrow(() -> BellhopException.user("access.unknown-command", unknown(name)));
    }

    private String unknown(String name) {
        if (name.isEmpty()) {
            return "Say which command, such as: access explain ann ping";
        }
        var names = commands.list().stream().map(CommandDescription::name).toList();
        var group = names.stream().filter(one -> one.startsWith(name + " ")).toList();
        if (!group.isEmpty()) {
            return name + " is no command by itself. Name one of these, in quotes: " + String.join(", ", group) + ".";
        }
        return "There is no command " + name + ", or its plugin is not loaded."
                + Suggestion.nearest(name, names)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("");
    }
}
