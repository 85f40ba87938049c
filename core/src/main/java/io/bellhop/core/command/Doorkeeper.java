package io.bellhop.core.command;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.Suggestion;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.config.Durations;
import io.bellhop.core.error.ErrorReply;
import io.bellhop.core.event.Lanes;
import io.bellhop.core.event.Turn;
import io.bellhop.core.telemetry.Refs;
import io.bellhop.core.telemetry.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Admits requests, on the publishing thread: finds the command, checks access (closed when in doubt) and cooldown, and
 * reserves a place in the plugin's queue. What it refuses it answers itself.
 */
@Singleton
final class Doorkeeper {
    private static final Duration PLUGIN_PATIENCE = Duration.ofSeconds(5);
    private static final Duration BUSY_NOTICE = Duration.ofSeconds(10);

    private final CommandHosts hosts;
    private final AccessPolicy access;
    private final Cooldowns cooldowns;
    private final WaitingRequests waiting;
    private final Invocations invocations;
    private final InvocationContext context;
    private final Refs refs;
    private final Lanes lanes = new Lanes();

    @Inject
    Doorkeeper(
            CommandHosts hosts,
            AccessPolicy access,
            Cooldowns cooldowns,
            WaitingRequests waiting,
            Invocations invocations,
            InvocationContext context,
            Refs refs) {
        this.hosts = hosts;
        this.access = access;
        this.cooldowns = cooldowns;
        this.waiting = waiting;
        this.invocations = invocations;
        this.context = context;
        this.refs = refs;
    }

    /** What keeps its order: one user's invocations of one command in one channel. */
    private record Lane(UserId user, ChannelId channel, String command) {}

    /** Names a user who was told that a plugin is busy. */
    private record BusyNotice(UserId user, String plugin) {}

    void admit(Request request) {
        if (invocations.isClosed()) {
            refuse(
                    request,
                    Refusal.UNAVAILABLE,
                    "bot.stopping",
                    Text.of("The bot is stopping. Try again in a minute."));
            return;
        }
        var match = hosts.index().match(request.parts().line());
        var entry = match.entry();
        if (entry == null) {
            unknown(request, match);
            return;
        }
        var declaration = entry.declaration();
        if (!access.allows(request.rank(), declaration)) {
            refuse(
                    request,
                    Refusal.ACCESS,
                    "access.rank",
                    Text.of("This needs rank " + declaration.rank() + "; yours is " + request.rank()
                            + (declaration.rank() >= Rank.OWNER
                                    ? ". Only the bot's owners may."
                                    : ". An admin of this space can raise it.")));
        } else {
            enter(request, entry, match.arguments());
        }
    }

    private void unknown(Request request, CommandIndex.Match match) {
        var prefix = context.options().prefix();
        if (!match.next().isEmpty()) {
            var choices =
                    match.next().stream().map(word -> match.name() + " " + word).toList();
            var hint = Suggestion.nearest(match.name() + firstWord(match.arguments()), choices)
                    .map(near -> " Did you mean " + prefix + near + "?")
                    .orElse("");
            refuse(
                    request,
                    Refusal.UNKNOWN,
                    "command.incomplete",
                    Text.of(prefix + match.name() + " goes on with one of: " + String.join(", ", match.next()) + "."
                            + hint));
            return;
        }
        var word = firstWord(match.arguments()).strip();
        var text = Text.of("There is no command ").code(shortened(word)).add(".");
        refuse(
                request,
                Refusal.UNKNOWN,
                "command.unknown",
                Suggestion.nearest(word, hosts.index().names())
                        .map(near ->
                                text.add(" Did you mean ").code(prefix + near).add("?"))
                        .orElseGet(() -> text.add(" ").code(prefix + "help").add(" shows what there is.")));
    }

    /** Drops what a message asked for, if that still waits for its plugin. */
    void withdraw(MessageId message) {
        waiting.withdraw(message);
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
            full(request, entry);
        } else {
            start(request, entry, place, arguments);
        }
    }

    /** Lets the request wait while its plugin is being started or upgraded. */
    private void await(Request request, CommandEntry entry) {
        if (!waiting.add(request)) {
            full(request, entry);
            return;
        }
        Runnable retry = () -> {
            if (waiting.take(request)) {
                admitAgain(request, entry);
            }
        };
        if (entry.host().await(retry)) {
            context.time().after(PLUGIN_PATIENCE, () -> giveUp(request, entry, retry));
        } else {
            retry.run(); // the plugin came or went at this very moment
        }
    }

    private void giveUp(Request request, CommandEntry entry, Runnable retry) {
        entry.host().forget(retry);
        if (waiting.take(request)) {
            busy(request, entry, "plugin.starting", " is being started or upgraded. Try again in a moment.");
        }
    }

    /** Admits what has waited, by the rank that its user has now. */
    private void admitAgain(Request request, CommandEntry entry) {
        var message = request.message();
        int rank = access.rank(message.author().id(), message.channel());
        if (rank <= Rank.IGNORED) {
            request.answered().complete(null);
        } else if (hosts.index().match(request.parts().line()).entry() == null) {
            busy(
                    request,
                    entry,
                    "plugin.away",
                    " is not running. Its owner sees why in "
                            + context.options().prefix() + "plugin list.");
        } else {
            admit(request.withRank(rank));
        }
    }

    private boolean cooled(Request request, CommandDeclaration declaration) {
        if (declaration.cooldown().isZero()) {
            return true;
        }
        var left = cooldowns.enter(lane(request, declaration), declaration.cooldown());
        if (left.isPositive()) {
            refuse(
                    request,
                    Refusal.COOLDOWN,
                    "command.cooldown",
                    Text.of("Not so fast: again in " + Durations.format(rounded(left)) + "."));
        }
        return !left.isPositive();
    }

    private void start(Request request, CommandEntry entry, Host.Place place, String arguments) {
        var pool = place.pool();
        var turn = new Turn(lanes, lane(request, entry.declaration()));
        var invocation = new ActiveInvocation(
                refs.next(), place.command(), entry.meters(), arguments, request, context, ended -> {
                    invocations.remove(ended);
                    entry.host().end();
                    turn.end();
                });
        invocations.add(invocation);
        turn.await(() -> pool.run(invocation), pool::release);
    }

    private void full(Request request, CommandEntry entry) {
        var notice =
                new BusyNotice(request.message().author().id(), entry.host().name());
        if (cooldowns.enter(notice, BUSY_NOTICE).isZero()) {
            busy(request, entry, "plugin.busy", " has too much to do. Try again in a moment.");
        } else {
            context.meters().refused(Refusal.OVERLOAD);
            request.answered().complete(null);
        }
    }

    private void busy(Request request, CommandEntry entry, String code, String what) {
        var why = code.equals("plugin.busy") ? Refusal.OVERLOAD : Refusal.UNAVAILABLE;
        refuse(
                request,
                why,
                code,
                Text.of("The plugin " + entry.declaration().plugin().id() + what));
    }

    private void refuse(Request request, Refusal why, String code, Text text) {
        context.meters().refused(why);
        var ref = refs.next();
        var content = Content.of(ErrorReply.named(text, code, ref));
        var deliveries = new Deliveries(context.meters());
        deliveries.add(ref, () -> request.connector().reply(request.message().id(), content));
        deliveries.whenDone(() -> request.answered().complete(null));
    }

    private static Lane lane(Request request, CommandDeclaration declaration) {
        var message = request.message();
        return new Lane(message.author().id(), message.channel().id(), declaration.name());
    }

    private static String firstWord(String line) {
        var stripped = line.stripLeading();
        int end = 0;
        while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
            end++;
        }
        return line.isEmpty() ? "" : " " + stripped.substring(0, end);
    }

    private static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "…";
    }

    private static Duration rounded(Duration left) {
        return left.compareTo(Duration.ofSeconds(1)) < 0
                ? Duration.ofMillis(left.toMillis() + 1)
                : Duration.ofSeconds(left.toSeconds() + 1);
    }
}
