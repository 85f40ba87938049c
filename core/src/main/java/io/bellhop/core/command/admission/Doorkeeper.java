package io.bellhop.core.command.admission;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Visibility;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.register.AliasTables;
import io.bellhop.core.command.register.CommandEntry;
import io.bellhop.core.command.register.CommandIndex;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.register.Host;
import io.bellhop.core.command.reply.Answered;
import io.bellhop.core.command.reply.ReplyPath;
import io.bellhop.core.command.reply.Request;
import io.bellhop.core.command.run.ActiveInvocation;
import io.bellhop.core.command.run.InvocationContext;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.event.pool.Lanes;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.Turn;
import io.bellhop.core.journal.Asked;
import io.bellhop.core.journal.Journal;
import io.bellhop.core.journal.JournalEntry;
import io.bellhop.core.telemetry.Refs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Admits requests, on the publishing thread: finds the command, checks access (closed when in doubt) and cooldown, and
 * reserves a place in the plugin's queue. What it refuses it answers itself.
 */
@Singleton
final class Doorkeeper {
    private static final Duration PLUGIN_PATIENCE = Duration.ofSeconds(5);

    private final CommandRegister register;
    private final AliasTables aliases;
    private final AccessPolicy access;
    private final Cooldowns cooldowns;
    private final WaitingRequests waiting;
    private final Invocations invocations;
    private final InvocationContext context;
    private final Refusals refusals;
    private final Journal journal;
    private final Refs refs;
    private final Answered answered;
    private final Lanes lanes = new Lanes();

    @Inject
    Doorkeeper(
            CommandRegister register,
            AliasTables aliases,
            AccessPolicy access,
            Cooldowns cooldowns,
            WaitingRequests waiting,
            Invocations invocations,
            InvocationContext context,
            Refusals refusals,
            Journal journal,
            Refs refs,
            Answered answered) {
        this.register = register;
        this.aliases = aliases;
        this.access = access;
        this.cooldowns = cooldowns;
        this.waiting = waiting;
        this.invocations = invocations;
        this.context = context;
        this.refusals = refusals;
        this.journal = journal;
        this.refs = refs;
        this.answered = answered;
    }

    /** What keeps its order: one user's invocations of one command in one channel. */
    private record Lane(UserId user, ChannelId channel, String command) {}

    void admit(Request request) {
        admit(request, AliasTables.MOST_IN_A_ROW, true);
    }

    private void admit(Request request, int aliasesLeft, boolean mayWait) {
        if (invocations.isClosed()) {
            refusals.stopping(request);
            return;
        }
        var match = register.index().match(request.parts().line());
        var entry = match.entry();
        if (mayWait && entry != null && lacksRank(request, entry.declaration()) && awaitRanks(request, entry)) {
            return;
        }
        if (isElsewhere(request)) {
            refusals.elsewhere(request, entry != null);
            return;
        }
        if (entry == null) {
            admitAlias(request, match, aliasesLeft, mayWait);
            return;
        }
        var declaration = entry.declaration();
        var channel = request.message().channel();
        var disabled = context.settings().disabled(declaration, channel);
        if (disabled.isPresent()) {
            refusals.disabled(request, disabled.get());
        } else if (!access.allows(request.rank(), declaration, channel)) {
            refusals.rank(
                    request, match, access.requirement(declaration, channel).rank(), access.informed());
        } else if (context.audit().prevents(declaration, request)) {
            refusals.unaudited(request);
        } else {
            enter(request, entry, match.arguments());
        }
    }

    private boolean lacksRank(Request request, CommandDeclaration declaration) {
        return isElsewhere(request)
                || !access.allows(request.rank(), declaration, request.message().channel());
    }

    /** Tells whether someone asks where commands are not answered; those who could change that get through. */
    private boolean isElsewhere(Request request) {
        return request.rank() < Rank.ADMIN
                && !context.settings().answersIn(request.message().channel());
    }

    /** Admits what an alias stands for, as if it had been typed. */
    private void admitAlias(Request request, CommandIndex.Match match, int aliasesLeft, boolean mayWait) {
        var user = request.message().author().id();
        var line = match.name().isEmpty() ? aliases.expand(user, match.arguments()) : null;
        if (line == null) {
            refusals.unknown(request, match);
        } else if (aliasesLeft == 0) {
            refusals.endless(request);
        } else {
            admit(request.withLine(line), aliasesLeft - 1, mayWait);
        }
    }

    /** Finds what a line calls, by as many aliases as are followed when it is admitted. */
    Optional<CommandDescription> called(UserId user, String line) {
        return Optional.ofNullable(register.called(user, line)).map(CommandEntry::declaration);
    }

    /** Drops what a message asked for, if that still waits for its plugin. */
    void withdraw(MessageId message) {
        waiting.withdraw(message);
        context.approvals().withdraw(message);
    }

    private void enter(Request request, CommandEntry entry, String arguments) {
        var host = entry.host();
        var place = host.begin(entry);
        if (place == null) {
            await(request, entry);
        } else if (!cooled(request, entry.declaration())) {
            host.end();
        } else if (!place.pool().reserve()) {
            host.end();
            refusals.full(request, entry);
        } else {
            start(request, entry, place, arguments);
        }
    }

    /** Lets the request wait while its plugin is being started or upgraded. */
    private void await(Request request, CommandEntry entry) {
        if (!waiting.add(request)) {
            refusals.full(request, entry);
            return;
        }
        Runnable retry = () -> {
            if (waiting.take(request)) {
                admitAgain(request, entry, true);
            }
        };
        if (entry.host().await(retry)) {
            context.time().after(PLUGIN_PATIENCE, () -> giveUp(request, entry, retry));
        } else {
            retry.run(); // the plugin came or went at this very moment
        }
    }

    /**
     * Lets the request wait while whoever gives the ranks may be the one that is being started or upgraded.
     *
     * @return false if it is not to wait
     */
    private boolean awaitRanks(Request request, CommandEntry entry) {
        if (access.informed() || !register.isSettling() || !waiting.add(request)) {
            return false;
        }
        Runnable retry = () -> {
            if (waiting.take(request)) {
                admitAgain(request, entry, false);
            }
        };
        var informed = access.whenInformed(retry);
        context.time().after(PLUGIN_PATIENCE, () -> {
            informed.cancel();
            retry.run();
        });
        return true;
    }

    private void giveUp(Request request, CommandEntry entry, Runnable retry) {
        entry.host().forget(retry);
        if (waiting.take(request)) {
            refusals.starting(request, entry);
        }
    }

    /** Admits what has waited, by the rank that its user has now. */
    private void admitAgain(Request request, CommandEntry entry, boolean mayWait) {
        var message = request.message();
        int rank = access.rank(message.author(), message.channel());
        if (rank <= Rank.IGNORED) {
            request.answered().complete(null);
        } else if (register.index().match(request.parts().line()).entry() == null) {
            refusals.away(request, entry);
        } else {
            admit(request.withRank(rank), AliasTables.MOST_IN_A_ROW, mayWait);
        }
    }

    private boolean cooled(Request request, CommandDeclaration declaration) {
        if (declaration.cooldown().isZero() || request.dialog() != null || request.approved() != null) {
            return true; // an answer goes on with what has begun
        }
        var left = cooldowns.enter(lane(request, declaration), declaration.cooldown());
        if (left.isPositive()) {
            refusals.cooldown(request, left);
        }
        return !left.isPositive();
    }

    private void start(Request request, CommandEntry entry, Host.Place place, String arguments) {
        var pool = place.pool();
        var turn = new Turn(lanes, lane(request, entry.declaration()));
        var ref = refs.next();
        var journalled = entry.declaration().repeatable() ? null : journal.accept(asked(ref, request, entry));
        var replies = new ReplyPath(
                ref, request, entry.declaration().visibility(), context.meters(), context.time(), journalled, answered);
        var invocation =
                new ActiveInvocation(place.command(), entry.meters(), arguments, request, context, replies, ended -> {
                    invocations.remove(ended);
                    entry.host().end();
                    turn.end();
                });
        invocations.add(invocation);
        onceAccepted(journalled, invocation, () -> turn.await(() -> pool.run(invocation), pool::release), pool);
    }

    /** Lets an invocation go on when a crash can no longer make it be forgotten. */
    private static void onceAccepted(
            @Nullable JournalEntry entry, ActiveInvocation invocation, Runnable goOn, PluginPool pool) {
        if (entry == null) {
            goOn.run();
            return;
        }
        var _ = entry.accepted().whenComplete((written, failure) -> {
            if (failure == null) {
                goOn.run();
            } else {
                pool.release();
                invocation.refuse(JournalEntry.refusal(failure));
            }
        });
    }

    private Asked asked(String ref, Request request, CommandEntry entry) {
        var message = request.message();
        var declaration = entry.declaration();
        return new Asked(
                ref,
                message.author().id(),
                message.id(),
                declaration.visibility() == Visibility.WHISPER,
                declaration.plugin().id(),
                declaration.name(),
                context.audit().hides(declaration, request)
                        ? ""
                        : request.parts().text(),
                message.attachments().size(),
                context.time().clock().instant());
    }

    private static Lane lane(Request request, CommandDeclaration declaration) {
        var message = request.message();
        return new Lane(message.author().id(), message.channel().id(), declaration.name());
    }
}
