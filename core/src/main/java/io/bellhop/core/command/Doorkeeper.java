package io.bellhop.core.command;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.Suggestion;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.config.Durations;
import io.bellhop.core.error.ErrorReply;
import io.bellhop.core.event.Lanes;
import io.bellhop.core.event.PluginPool;
import io.bellhop.core.telemetry.Refs;
import io.bellhop.core.telemetry.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

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
    private final Invocations invocations;
    private final InvocationContext context;
    private final Refs refs;
    private final Lanes lanes = new Lanes();

    @Inject
    Doorkeeper(
            CommandHosts hosts,
            AccessPolicy access,
            Cooldowns cooldowns,
            Invocations invocations,
            InvocationContext context,
            Refs refs) {
        this.hosts = hosts;
        this.access = access;
        this.cooldowns = cooldowns;
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
        } else if (!await(request, entry) && cooled(request, declaration)) {
            reserve(request, entry, match.arguments());
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

    /** Lets the request wait if its plugin is being started or upgraded; tells whether it does. */
    private boolean await(Request request, CommandEntry entry) {
        if (entry.host().pool() != null) {
            return false;
        }
        var settled = new AtomicBoolean();
        boolean waits = entry.host().await(() -> {
            if (settled.compareAndSet(false, true)) {
                admitAgain(request, entry);
            }
        });
        if (waits) {
            context.time().after(PLUGIN_PATIENCE, () -> {
                if (settled.compareAndSet(false, true)) {
                    busy(request, entry, "plugin.starting", " is being started or upgraded. Try again in a moment.");
                }
            });
        }
        return waits;
    }

    private void admitAgain(Request request, CommandEntry entry) {
        if (hosts.index().match(request.parts().line()).entry() == null) {
            busy(
                    request,
                    entry,
                    "plugin.away",
                    " is not running. Its owner sees why in "
                            + context.options().prefix() + "plugin list.");
        } else {
            admit(request);
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

    private void reserve(Request request, CommandEntry entry, String arguments) {
        var pool = entry.host().pool();
        var bound = entry.bound();
        if (pool == null || bound == null) {
            admitAgain(request, entry); // the plugin went away at this very moment
        } else if (!pool.reserve()) {
            full(request, entry);
        } else {
            start(request, entry, bound, pool, arguments);
        }
    }

    private void start(Request request, CommandEntry entry, BoundCommand bound, PluginPool pool, String arguments) {
        var lane = lane(request, entry.declaration());
        var invocation =
                new ActiveInvocation(refs.next(), bound, entry.meters(), arguments, request, context, ended -> {
                    invocations.remove(ended);
                    entry.host().end();
                    lanes.end(lane);
                });
        invocations.add(invocation);
        entry.host().begin();
        lanes.enter(lane, () -> pool.run(invocation));
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
        var content = Content.of(ErrorReply.named(text, code, refs.next()));
        request.connector()
                .reply(request.message().id(), content)
                .whenComplete((receipt, failure) -> request.answered().complete(null));
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
