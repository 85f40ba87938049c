package io.bellhop.plugins.access;

import io.bellhop.api.access.Access;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.plugin.ChatPlugin;
import jakarta.inject.Inject;
import java.util.Optional;

/** The ranks of people. */
@ChatPlugin
public final class RankCommands {
    private static final String WHO = "a mention, connector:id, or a name that only one has here";
    private static final String BOT_WIDE = "in all spaces and in private; for owners";

    private static final String GUEST =
            " Nothing proves who they are: this is for whoever comes under the same name from the"
                    + " same place, and for nobody once either changes. Give it to an account, if they have one.";

    private final Access access;
    private final People people;
    private final Guard guard;
    private final Ranks ranks;
    private final RankList list;
    private final Simulation simulation;

    @Inject
    RankCommands(Access access, People people, Guard guard, Ranks ranks, RankList list, Simulation simulation) {
        this.access = access;
        this.people = people;
        this.guard = guard;
        this.ranks = ranks;
        this.list = list;
        this.simulation = simulation;
    }

    @Command(name = "whoami", help = "Says who you are to the bot, and what rank you have here.", repeatable = true)
    Text whoami(Invocation asking) {
        return Text.of("You are ").add(standing(asking.user(), asking.channel()));
    }

    @Command(name = "access set", help = "Gives someone a rank, from -1 (ignored entirely) to 998.", rank = Rank.ADMIN)
    @Example("access set @ann 500")
    @Example("access set @ann 100 -everywhere")
    Text set(
            @Arg(help = WHO) String user,
            @Arg(help = "0 everyone, 100 trusted, 500 moderator, 900 admin") int rank,
            @Flag(help = BOT_WIDE) boolean everywhere,
            Invocation asking) {
        var scope = Scope.of(asking.channel(), everywhere);
        var found = people.find(user, asking.channel());
        ranks.give(asking, found, scope, rank);
        return Text.of(
                        rank == Rank.IGNORED
                                ? "Ignored " + scope.words() + ": "
                                : "Rank " + rank + " " + scope.words() + ": ")
                .add(standing(found, asking.channel()))
                .add(found.guest() && rank != Rank.EVERYONE ? GUEST : "");
    }

    @Command(name = "access clear", help = "Takes someone's rank away, or hears them again.", rank = Rank.ADMIN)
    @Example("access clear @ann")
    Text clear(@Arg(help = WHO) String user, @Flag(help = BOT_WIDE) boolean everywhere, Invocation asking) {
        var scope = Scope.of(asking.channel(), everywhere);
        var found = people.find(user, asking.channel());
        boolean wasKnown = ranks.clear(asking, found, scope);
        return Text.of(wasKnown ? "Cleared " + scope.words() + ": " : "Nothing was given " + scope.words() + ": ")
                .add(standing(found, asking.channel()));
    }

    @Command(name = "access show", help = "Says what rank someone has here, and why.", repeatable = true)
    @Example("access show @ann")
    Text show(@Arg(help = WHO + "; yourself if left out") Optional<String> user, Invocation asking) {
        return standing(
                user.map(name -> people.find(name, asking.channel())).orElseGet(asking::user), asking.channel());
    }

    @Command(
            name = "access list",
            help = "Lists the ranks that were given here and everywhere.",
            rank = Rank.MODERATOR,
            repeatable = true)
    Content list(@Flag(help = "which page of a long list", orElse = "1") int page, Invocation asking) {
        return list.page(page, asking.channel());
    }

    @Command(
            name = "access simulate set",
            help = "Lists the commands that someone would gain or lose by a rank. Changes nothing.",
            rank = Rank.MODERATOR,
            repeatable = true)
    @Example("access simulate set @ann 500")
    Text simulate(
            @Arg(help = WHO) String user,
            @Arg(help = "from -1 to 998") int rank,
            @Flag(help = BOT_WIDE) boolean everywhere,
            Invocation asking) {
        var scope = Scope.of(asking.channel(), everywhere);
        guard.inRange(rank, Rank.IGNORED);
        return simulation.of(people.find(user, asking.channel()), scope, rank, asking.channel());
    }

    private Text standing(User user, Channel channel) {
        var standing = access.standing(user, channel);
        return Text.empty()
                .bold(user.name())
                .add(" (")
                .code(user.id())
                .add("), rank " + standing.rank() + " here: " + Grounds.words(standing) + ".");
    }
}
