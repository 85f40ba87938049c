package io.bellhop.core.access;

import io.bellhop.api.access.Access;
import io.bellhop.api.access.Need;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.access.Standing;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Membership;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.plugin.Registration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says who may do what: owners from the configuration, the ignored from their list, all others by the rules in force.
 * Asked at every message, so it makes nothing that it can do without.
 */
@Singleton
public final class AccessPolicy implements Access {
    private final Set<UserId> owners;
    private final Ignored ignored;
    private final AccessTable table;

    @Inject
    AccessPolicy(@Owners Set<UserId> owners, Ignored ignored, AccessTable table) {
        this.owners = owners;
        this.ignored = ignored;
        this.table = table;
    }

    @Override
    public int rank(User user, Channel channel) {
        var space = space(channel);
        if (owners.contains(user.id())) {
            return Rank.OWNER;
        }
        return ignored.ignores(user.id(), space) ? Rank.IGNORED : rank(table.rules(), user, space);
    }

    /**
     * Tells whether someone is ignored.
     *
     * @param user who
     * @param channel where
     * @return true if nothing that they do there is answered
     */
    public boolean ignores(User user, Channel channel) {
        return ignored.ignores(user.id(), space(channel));
    }

    /**
     * Tells whether a rank suffices for a command.
     *
     * @param rank the rank
     * @param command the command
     * @param channel where
     * @return true if it may run
     */
    public boolean allows(int rank, CommandDescription command, Channel channel) {
        return rank > Rank.IGNORED && rank >= requirement(command, channel).rank();
    }

    @Override
    public Requirement requirement(CommandDescription command, Channel channel) {
        var rules = table.rules();
        var required = required(rules, command, space(channel));
        if (required == null) {
            return new Requirement(command.rank(), 0);
        }
        boolean isFirm = !rules.informed() || command.rank() >= Rank.OWNER;
        return isFirm && required.rank() < command.rank()
                ? new Requirement(command.rank(), required.approvals())
                : required;
    }

    @Override
    public Need approvals(CommandDescription command, Channel channel) {
        var required = requirement(command, channel);
        return required.approvals() == 0
                ? command.approvals()
                : command.approvals().and(new Need(required.approvals(), required.rank(), Need.WITHIN));
    }

    @Override
    public Standing standing(User user, Channel channel) {
        var space = space(channel);
        return new Grounds(owners.contains(user.id()), ignored, table.rules()).standing(user, space);
    }

    @Override
    public boolean informed() {
        return table.rules().informed();
    }

    /**
     * Has something done when ranks can be told: at once if they can.
     *
     * @param task done once, on the thread that gives them, so it is quick
     * @return drops it
     */
    public Registration whenInformed(Runnable task) {
        return table.whenInformed(task);
    }

    /** Also by its aliases: a new version that renames a command does not shake off what is required. */
    private static @Nullable Requirement required(Rules rules, CommandDescription command, @Nullable SpaceId space) {
        if (rules.commands().isEmpty()) {
            return null;
        }
        var required = rules.needs(command.name(), space);
        for (var alias : command.aliases()) {
            required = Rules.higher(required, rules.needs(alias, space));
        }
        return required;
    }

    private static int rank(Rules rules, User user, @Nullable SpaceId space) {
        if (!rules.informed()) {
            return Rank.EVERYONE;
        }
        int rank = Rank.EVERYONE;
        var given = rules.people().get(user.id());
        if (given != null) {
            rank = Math.max(orNone(given.everywhere()), orNone(given.in(space)));
        }
        var membership = user.membership().orElse(null);
        return membership != null && membership.space().equals(space) ? Math.max(rank, rank(rules, membership)) : rank;
    }

    private static int rank(Rules rules, Membership membership) {
        int rank = membership.administrator() ? Rank.ADMIN : Rank.EVERYONE;
        var ranks = rules.roles().get(membership.space());
        if (ranks != null) {
            for (var role : membership.roles()) {
                rank = Math.max(rank, orNone(ranks.get(role.id())));
            }
        }
        return rank;
    }

    private static int orNone(@Nullable Integer rank) {
        return rank == null ? Rank.EVERYONE : rank;
    }

    private static @Nullable SpaceId space(Channel channel) {
        var space = channel.space().orElse(null);
        return space == null ? null : space.id();
    }
}
