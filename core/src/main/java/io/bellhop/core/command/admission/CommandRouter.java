package io.bellhop.core.command.admission;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.event.ChatEvent;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.CommandCalled;
import io.bellhop.api.event.MessageDeleted;
import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.command.ask.Answers;
import io.bellhop.core.command.ask.EarlyCode;
import io.bellhop.core.command.parse.MessageParts;
import io.bellhop.core.command.reply.Answered;
import io.bellhop.core.command.reply.Answered.Answer;
import io.bellhop.core.command.reply.FiredMessage;
import io.bellhop.core.command.reply.Request;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.command.settings.CommandOptions;
import io.bellhop.core.command.settings.CommandSettings;
import io.bellhop.core.dialog.Dialog;
import io.bellhop.core.event.Time;
import io.bellhop.core.event.broker.Admission;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Finds out which messages ask for something, and hands those to the {@link Doorkeeper}. No thread of its own. */
@Singleton
final class CommandRouter implements Admission, Firing {
    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedStage(null);

    /** Each is cut off by a copy of the rest, so a message of nothing but mentions would hold its connector up. */
    private static final int MOST_MENTIONS = 1000;

    private final CommandSettings settings;
    private final ConnectorRegister connectors;
    private final AccessPolicy access;
    private final Answers answers;
    private final EarlyCode earlyCode;
    private final Invocations invocations;
    private final Doorkeeper doorkeeper;
    private final Answered answered;
    private final CommandOptions options;
    private final Time time;
    private final Instant since;

    @Inject
    CommandRouter(
            CommandSettings settings,
            ConnectorRegister connectors,
            AccessPolicy access,
            Answers answers,
            EarlyCode earlyCode,
            Invocations invocations,
            Doorkeeper doorkeeper,
            Answered answered,
            CommandOptions options,
            Time time) {
        this.settings = settings;
        this.connectors = connectors;
        this.access = access;
        this.answers = answers;
        this.earlyCode = earlyCode;
        this.invocations = invocations;
        this.doorkeeper = doorkeeper;
        this.answered = answered;
        this.options = options;
        this.time = time;
        this.since = time.clock().instant();
    }

    @Override
    public boolean hears(User user, Channel channel) {
        return !access.ignores(user, channel);
    }

    @Override
    public CompletionStage<Void> admit(ChatEvent event) {
        long now = System.nanoTime();
        return switch (event) {
            case MessageReceived received -> received(received.message(), now);
            case ChoicePicked picked -> picked(picked, now);
            case CommandCalled called -> called(called.message(), now);
            case MessageDeleted deleted -> {
                withdraw(deleted.message());
                yield NOTHING;
            }
            case MessageEdited edited -> edited(edited.message(), now);
        };
    }

    @Override
    public void withdraw(MessageId message) {
        earlyCode.drop(message);
        doorkeeper.withdraw(message);
        invocations.withdraw(message);
        connectors.find(message.channel().connector()).ifPresent(connector -> answered.withdraw(connector, message));
    }

    private CompletionStage<Void> received(Message message, long receivedNanos) {
        var dialog = answers.dialog(message);
        var line = commandLine(message);
        if (dialog != null && (line == null || answers.isCancel(message))) {
            return answer(dialog, message, receivedNanos);
        }
        if (line == null && earlyCode.hold(message, () -> received(message, receivedNanos))) {
            // the question for it can have been opened between the look for one and this
            var opened = answers.dialog(message);
            return opened != null && earlyCode.drop(message.id()) ? answer(opened, message, receivedNanos) : NOTHING;
        }
        return command(message, line, dialog, false, receivedNanos);
    }

    private CompletionStage<Void> answer(Dialog dialog, Message message, long receivedNanos) {
        return answers.hear(dialog, message, parts -> ask(message, parts, dialog, receivedNanos));
    }

    /** Asks for what a message calls, if it calls anything. */
    private CompletionStage<Void> command(
            Message message, @Nullable String called, @Nullable Dialog dialog, boolean isEdit, long receivedNanos) {
        var line = message.author().bot() ? null : called;
        if (line != null && dialog != null) {
            answers.overtake(dialog, line);
        }
        if (line == null) {
            return NOTHING;
        }
        var before = isEdit ? answered.take(message.id()).orElse(null) : null;
        return ask(message, MessageParts.of(line), null, before, receivedNanos);
    }

    /** A changed message asks again, unless what it asked for has run and is not to run twice. */
    private CompletionStage<Void> edited(Message message, long receivedNanos) {
        var age = Duration.between(message.time(), time.clock().instant());
        boolean asks = age.compareTo(options.editWindow()) <= 0
                && (isRemembered(message) || mayRunTwice(message))
                && invocations.makeWay(message.id());
        if (!asks) {
            return NOTHING;
        }
        doorkeeper.withdraw(message.id());
        var dialog = answers.dialog(message); // which an edit does not answer
        return command(message, commandLine(message), dialog, true, receivedNanos);
    }

    /** Of what is older than the process nobody knows whether it has run. */
    private boolean isRemembered(Message message) {
        return !message.time().isBefore(since);
    }

    private boolean mayRunTwice(Message message) {
        var line = commandLine(message);
        return line != null
                && called(message.author().id(), line)
                        .filter(CommandDescription::rerunsOnEdit)
                        .isPresent();
    }

    @Override
    public CompletionStage<Void> fire(MessageId cause, Channel channel, User user, String line) {
        var message = new FiredMessage(cause, channel, user, line, time.clock().instant(), false);
        return ask(message, MessageParts.of(line), null, System.nanoTime());
    }

    @Override
    public Optional<CommandDescription> called(UserId user, String line) {
        return doorkeeper.called(user, MessageParts.of(line).line());
    }

    private CompletionStage<Void> picked(ChoicePicked picked, long receivedNanos) {
        var line = picked.choice().invocation();
        var message = new FiredMessage(
                picked.message(),
                picked.channel(),
                picked.user(),
                line,
                time.clock().instant(),
                true);
        return called(message, receivedNanos);
    }

    /** Asks for what a message without a prefix calls. */
    private CompletionStage<Void> called(Message message, long receivedNanos) {
        var dialog = answers.dialog(message);
        if (dialog != null) {
            answers.overtake(dialog, message.text()); // if it was not the answer itself
        }
        return ask(message, MessageParts.of(message.text()), null, receivedNanos);
    }

    private CompletionStage<Void> ask(
            Message message, MessageParts parts, @Nullable Dialog dialog, long receivedNanos) {
        return ask(message, parts, dialog, null, receivedNanos);
    }

    private CompletionStage<Void> ask(
            Message message, MessageParts parts, @Nullable Dialog dialog, @Nullable Answer before, long receivedNanos) {
        var connector = connectors.find(message.id().channel().connector());
        int rank = access.rank(message.author(), message.channel());
        if (connector.isEmpty() || rank <= Rank.IGNORED) {
            return NOTHING;
        }
        var done = new CompletableFuture<Void>();
        earlyCode.follows(message);
        doorkeeper.admit(new Request(
                message, connector.get(), parts, rank, receivedNanos, System.nanoTime(), done, dialog, null, before));
        return done;
    }

    /** Returns what a message asks for, without the prefix or mention; null if it asks for nothing. */
    private @Nullable String commandLine(Message message) {
        var text = message.text();
        var prefix = settings.prefix(message.channel());
        if (text.startsWith(prefix)) {
            return named(text.substring(prefix.length()));
        }
        return mentioned(message, text);
    }

    private @Nullable String mentioned(Message message, String text) {
        var where = message.id().channel();
        var connector = connectors.find(where.connector());
        var rest = connector.flatMap(c -> c.addressed(text, where));
        for (int i = 0; rest.isPresent() && i < MOST_MENTIONS; i++) {
            var again = connector.get().addressed(rest.get(), where);
            if (again.isEmpty()) {
                return named(withoutPrefix(rest.get().strip(), settings.prefix(message.channel())));
            }
            rest = again;
        }
        return null;
    }

    private static String withoutPrefix(String line, String prefix) {
        return line.isEmpty() ? "help" : line.startsWith(prefix) ? line.substring(prefix.length()) : line;
    }

    /** A line that names no command, such as "!!!" or "! well", is just talk. */
    private static @Nullable String named(String line) {
        return !line.isEmpty() && Character.isLetterOrDigit(line.codePointAt(0)) ? line : null;
    }
}
