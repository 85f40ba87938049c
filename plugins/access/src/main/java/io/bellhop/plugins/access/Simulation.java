package io.bellhop.plugins.access;

import io.bellhop.api.access.Access;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Standing;
import io.bellhop.api.access.Standing.Ground;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** What a rank would change. */
final class Simulation {
    private final Access access;
    private final Commands commands;

    @Inject
    Simulation(Access access, Commands commands) {
        this.access = access;
        this.commands = commands;
    }

    Text of(User user, Scope scope, int rank, Channel channel) {
        var standing = access.standing(user, channel);
        int before = standing.rank();
        int after = after(standing, scope, rank);
        return Text.empty()
                .bold(user.name())
                .add(" (")
                .code(user.id())
                .add("), rank " + before + " here, would have " + after + ".")
                .line()
                .add("Gains: " + names(between(before, after, channel)))
                .line()
                .add("Loses: " + names(between(after, before, channel)));
    }

    /** The rank that someone would have if one were given in the place of that which was. */
    private static int after(Standing standing, Scope scope, int rank) {
        if (Guard.isOwner(standing)) {
            return Rank.OWNER;
        }
        var others = standing.grounds().stream()
                .filter(ground -> !isReplaced(ground, scope))
                .toList();
        if (rank == Rank.IGNORED || others.stream().anyMatch(Ground.Ignored.class::isInstance)) {
            return Rank.IGNORED;
        }
        return Math.max(rank, others.stream().mapToInt(Ground::rank).max().orElse(Rank.EVERYONE));
    }

    private static boolean isReplaced(Ground ground, Scope scope) {
        return switch (ground) {
            case Ground.Given(var _, var space) -> space.equals(scope.space());
            case Ground.Ignored(var space) -> space.equals(scope.space());
            default -> false;
        };
    }

    /** Lists what the higher rank may run and the lower may not. */
    private List<CommandDescription> between(int lower, int higher, Channel channel) {
        return commands.list().stream()
                .filter(command -> {
                    int needed = access.requirement(command, channel).rank();
                    return needed <= higher && (needed > lower || lower <= Rank.IGNORED) && higher > Rank.IGNORED;
                })
                .toList();
    }

    private static String names(List<CommandDescription> some) {
        return some.isEmpty()
                ? "nothing"
                : some.stream().map(CommandDescription::name).collect(Collectors.joining(", "));
    }
}
