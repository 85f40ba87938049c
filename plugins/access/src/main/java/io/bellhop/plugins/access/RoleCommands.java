package io.bellhop.plugins.access;

import io.bellhop.api.access.AccessRule.RoleRank;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** The ranks of roles. */
@ChatPlugin
final class RoleCommands {
    private static final Pattern MENTION = Pattern.compile("<@&(\\d+)>");

    private final Jdbi jdbi;
    private final AccessRules rules;
    private final RoleTable table;
    private final People people;
    private final Guard guard;

    @Inject
    RoleCommands(Jdbi jdbi, AccessRules rules, RoleTable table, People people, Guard guard) {
        this.jdbi = jdbi;
        this.rules = rules;
        this.table = table;
        this.people = people;
        this.guard = guard;
    }

    @Command(
            name = "access roles",
            help = "Lists the roles of this space and their ranks.",
            rank = Rank.MODERATOR,
            repeatable = true)
    Text roles(Invocation asking) {
        var space = space(asking);
        var text = Text.empty();
        var rows = table.in(space);
        for (var row : rows) {
            text = text.line()
                    .code("%4d".formatted(row.rank()))
                    .add(" " + row.role().name());
        }
        for (var role : people.roles(asking.channel())) {
            if (rows.stream().noneMatch(row -> row.role().id().equals(role.id()))) {
                text = text.line().code("   0").add(" " + role.name());
            }
        }
        return text.isEmpty()
                ? Text.of("There are no roles here.")
                : Text.of("Roles here, and the rank that each gives:").add(text);
    }

    @Command(
            name = "access role",
            help = "Gives everyone who has a role a rank here; 0 takes it away.",
            rank = Rank.ADMIN)
    @Example("access role @moderators 500")
    Content role(
            @Arg(help = "a mention, an id, or a name that only one role has") String role,
            @Arg(help = "from 0 to 998") int rank,
            @Flag(help = "do it although many lose by it") boolean confirm,
            Invocation asking) {
        var space = space(asking);
        var found = find(role, asking.channel());
        guard.mayGrant(asking, rank, Rank.EVERYONE);
        return give(space, found, rank, confirm, asking);
    }

    /** One after the other; what is given counts only once it is safely kept. */
    private synchronized Content give(SpaceId space, Role role, int rank, boolean confirm, Invocation asking) {
        int before = jdbi.inTransaction(handle -> {
            int now = rank(space, role);
            guard.mayChange(asking, "The role " + role.name() + " gives", now);
            if (rank >= now || confirm) {
                keep(space, role, rank);
            }
            return now;
        });
        if (rank < before && !confirm) {
            return Confirmation.of(
                    "Everyone whom the role " + role.name() + " gives rank " + before + " would have " + rank
                            + " instead, unless something else gives them more.",
                    "access role " + role.id() + " " + rank + " -confirm");
        }
        var rule = new RoleRank(space, role.id(), rank);
        if (rank == Rank.EVERYONE) {
            rules.remove(rule);
        } else {
            rules.put(rule);
        }
        return Content.of("The role " + role.name() + " gives rank " + rank + " here, instead of " + before + ".");
    }

    private void keep(SpaceId space, Role role, int rank) {
        if (rank == Rank.EVERYONE) {
            table.remove(space, role);
        } else {
            table.put(space, role, rank);
        }
    }

    private int rank(SpaceId space, Role role) {
        return table.in(space).stream()
                .filter(row -> row.role().id().equals(role.id()))
                .mapToInt(RoleTable.Row::rank)
                .findFirst()
                .orElse(Rank.EVERYONE);
    }

    /** Also finds roles that are gone, so that their ranks can be taken away. */
    private Role find(String reference, Channel channel) {
        var roles = new ArrayList<>(people.roles(channel));
        channel.space().ifPresent(space -> table.in(space.id()).forEach(row -> add(row.role(), roles)));
        var mention = MENTION.matcher(reference.strip());
        var written = mention.matches() ? mention.group(1) : withoutMark(reference.strip());
        var byId = roles.stream().filter(role -> role.id().equals(written)).toList();
        var found = byId.isEmpty()
                ? roles.stream()
                        .filter(role -> role.name().equalsIgnoreCase(written))
                        .toList()
                : byId;
        if (found.size() != 1) {
            throw BellhopException.user(
                    "access.unknown-role",
                    found.isEmpty()
                            ? "There is no role " + written + " here. The command access roles lists them."
                            : "Several roles are called " + written + ". Name one by a mention or its id: "
                                    + String.join(
                                            ", ", found.stream().map(Role::id).toList()) + ".");
        }
        return found.getFirst();
    }

    private static void add(Role role, List<Role> roles) {
        if (roles.stream().noneMatch(one -> one.id().equals(role.id()))) {
            roles.add(role);
        }
    }

    private static String withoutMark(String reference) {
        return reference.startsWith("@") ? reference.substring(1) : reference;
    }

    private static SpaceId space(Invocation asking) {
        return Scope.here(asking.channel()).space().orElseThrow();
    }
}
