package io.bellhop.core.command.admission;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.Suggestion;
import io.bellhop.core.command.register.CommandEntry;
import io.bellhop.core.command.register.CommandIndex;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.reply.Answered;
import io.bellhop.core.command.reply.Deliveries;
import io.bellhop.core.command.reply.Progress;
import io.bellhop.core.command.reply.Request;
import io.bellhop.core.command.run.InvocationContext;
import io.bellhop.core.config.Durations;
import io.bellhop.core.error.ErrorReply;
import io.bellhop.core.telemetry.Refs;
import io.bellhop.core.telemetry.meter.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Tells users, with a stable code and a ref, why what they asked for is not admitted, and counts it. */
@Singleton
final class Refusals {
    private static final Duration BUSY_NOTICE = Duration.ofSeconds(10);
    private static final Duration ELSEWHERE_NOTICE = Duration.ofMinutes(1);

    private final CommandRegister register;
    private final Cooldowns cooldowns;
    private final InvocationContext context;
    private final Refs refs;
    private final Answered answered;

    @Inject
    Refusals(CommandRegister register, Cooldowns cooldowns, InvocationContext context, Refs refs, Answered answered) {
        this.register = register;
        this.cooldowns = cooldowns;
        this.context = context;
        this.refs = refs;
        this.answered = answered;
    }

    /** Names a user who was told that a plugin is busy. */
    private record BusyNotice(UserId user, String plugin) {}

    /** Names a user who was told that commands are not answered there. */
    private record ElsewhereNotice(UserId user, ChannelId channel) {}

    void stopping(Request request) {
        refuse(request, Refusal.UNAVAILABLE, "bot.stopping", Text.of("The bot is stopping. Try again in a minute."));
    }

    void rank(Request request, CommandIndex.Match match, int needed, boolean informed) {
        var ref = refs.next();
        var command = Objects.requireNonNull(match.entry()).declaration();
        context.audit().denied(ref, command, request, match.arguments());
        var what = "This needs rank " + needed + "; yours is " + request.rank() + ". ";
        refuse(ref, request, Refusal.ACCESS, "access.rank", Text.of(what + remedy(request, needed, informed)));
    }

    private static String remedy(Request request, int needed, boolean informed) {
        if (needed >= Rank.OWNER) {
            return "Only the bot's owners may.";
        }
        if (!informed) {
            return "Ranks can't be told now, because no plugin gives them: only the bot's owners may.";
        }
        if (request.message().channel().space().isEmpty()) {
            return "In direct conversations only ranks count that hold everywhere: ask in a channel.";
        }
        return needed < Rank.ADMIN
                ? "An admin of this space can raise yours."
                : "Only someone above that can raise yours, such as the bot's owner.";
    }

    void unaudited(Request request) {
        refuse(
                request,
                Refusal.UNAVAILABLE,
                "audit.failing",
                Text.of("The audit can't be written now, so nothing that must be audited may run."
                        + " The bot's owners know."));
    }

    void disabled(Request request, String where) {
        refuse(request, Refusal.DISABLED, "settings.disabled", Text.of("This command is disabled in " + where + "."));
    }

    /** Tells someone apart, at most once in a minute, that commands are not answered there; what is none is talk. */
    void elsewhere(Request request, boolean command) {
        var message = request.message();
        var notice =
                new ElsewhereNotice(message.author().id(), message.channel().id());
        context.meters().refused(Refusal.DISABLED);
        if (!command || cooldowns.enter(notice, ELSEWHERE_NOTICE).isPositive()) {
            request.answered().complete(null);
            return;
        }
        var text = Text.of("Commands are not answered in this channel, only in others of this space.");
        var ref = refs.next();
        var content = Content.of(ErrorReply.named(text, "settings.channel", ref));
        deliver(request, ref, () -> request.connector().whisper(message.author().id(), message.id(), content));
    }

    private String prefix(Request request) {
        return context.settings().prefix(request.message().channel());
    }

    void cooldown(Request request, Duration left) {
        refuse(
                request,
                Refusal.COOLDOWN,
                "command.cooldown",
                Text.of("Not so fast: again in " + Durations.format(rounded(left)) + "."));
    }

    void starting(Request request, CommandEntry entry) {
        unavailable(request, entry, "plugin.starting", " is being started or upgraded. Try again in a moment.");
    }

    void away(Request request, CommandEntry entry) {
        var list = prefix(request) + "plugin list";
        unavailable(request, entry, "plugin.away", " is not running. Its owner sees why in " + list + ".");
    }

    /** Says that a plugin has too much to do, to one user at most once in ten seconds. */
    void full(Request request, CommandEntry entry) {
        var notice =
                new BusyNotice(request.message().author().id(), entry.host().name());
        if (cooldowns.enter(notice, BUSY_NOTICE).isZero()) {
            refuse(
                    request,
                    Refusal.OVERLOAD,
                    "plugin.busy",
                    plugin(entry, " has too much to do. Try again in a moment."));
        } else {
            context.meters().refused(Refusal.OVERLOAD);
            request.answered().complete(null);
        }
    }

    void unknown(Request request, CommandIndex.Match match) {
        if (!match.next().isEmpty()) {
            incomplete(request, match);
            return;
        }
        var prefix = prefix(request);
        var word = firstWord(match.arguments()).strip();
        var text = Text.of("There is no command ").code(shortened(word)).add(".");
        refuse(
                request,
                Refusal.UNKNOWN,
                "command.unknown",
                Suggestion.nearest(word, register.index().names())
                        .map(near ->
                                text.add(" Did you mean ").code(prefix + near).add("?"))
                        .orElseGet(() -> hasHelp()
                                ? text.add(" ").code(prefix + "help").add(" shows what there is.")
                                : text.add(" The plugins that are loaded have none of that name.")));
    }

    private void incomplete(Request request, CommandIndex.Match match) {
        var prefix = prefix(request);
        var next = match.next().stream().sorted().toList();
        var choices = next.stream().map(word -> match.name() + " " + word).toList();
        var hint = Suggestion.nearest(match.name() + firstWord(match.arguments()), choices)
                .map(near -> " Did you mean " + prefix + near + "?")
                .orElse("");
        refuse(
                request,
                Refusal.UNKNOWN,
                "command.incomplete",
                Text.of(prefix + match.name() + " goes on with one of: " + String.join(", ", next) + "."
                        + (asksForHelp(match) ? "" : hint) + manual(prefix + "help " + match.name())));
    }

    private static boolean asksForHelp(CommandIndex.Match match) {
        return firstWord(match.arguments()).endsWith("help");
    }

    private String manual(String line) {
        return hasHelp() ? " " + line + " tells more." : "";
    }

    /** Without its plugin nobody can be sent there. */
    private boolean hasHelp() {
        return register.index().match("help").entry() != null;
    }

    void endless(Request request) {
        refuse(
                request,
                Refusal.UNKNOWN,
                "command.alias-loop",
                Text.of("This alias stands for itself in the end, so it never comes to a command. Make it anew."));
    }

    private void unavailable(Request request, CommandEntry entry, String code, String what) {
        refuse(request, Refusal.UNAVAILABLE, code, plugin(entry, what));
    }

    private static Text plugin(CommandEntry entry, String what) {
        return Text.of("The plugin " + entry.declaration().plugin().id() + what);
    }

    private void refuse(Request request, Refusal why, String code, Text text) {
        refuse(refs.next(), request, why, code, text);
    }

    private void refuse(String ref, Request request, Refusal why, String code, Text text) {
        context.meters().refused(why);
        var content = Content.of(ErrorReply.named(text, code, ref));
        deliver(request, ref, () -> reply(request, content));
    }

    /** Answers, in the place of what was answered before an edit. */
    private CompletionStage<Receipt> reply(Request request, Content content) {
        var progress = new Progress(
                request.connector(),
                context.time(),
                more -> request.connector().reply(request.message().id(), more),
                request.before(),
                false);
        var sending = progress.replace(content);
        answered.note(request.connector(), request.message().id(), sending, false);
        return sending;
    }

    private void deliver(Request request, String ref, Supplier<CompletionStage<Receipt>> delivery) {
        var deliveries = new Deliveries(context.meters());
        deliveries.add(ref, delivery);
        deliveries.whenDone(() -> request.answered().complete(null));
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
