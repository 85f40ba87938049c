package io.bellhop.core.command.ask;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.command.parse.Gap;
import io.bellhop.core.command.parse.MessageParts;
import io.bellhop.core.command.register.AliasTables;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.reply.Deliveries;
import io.bellhop.core.command.settings.CommandSettings;
import io.bellhop.core.dialog.Dialog;
import io.bellhop.core.dialog.Dialogs;
import io.bellhop.core.telemetry.meter.Meters;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the answers to open questions in what people say. Looks, on the connector's thread, into memory only. */
@Singleton
public final class Answers {
    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedStage(null);
    private static final String CANCEL = "cancel";

    private final Dialogs dialogs;
    private final CommandRegister register;
    private final AliasTables aliases;
    private final AccessPolicy access;
    private final CommandSettings settings;
    private final ConnectorRegister connectors;
    private final Meters meters;

    @Inject
    Answers(
            Dialogs dialogs,
            CommandRegister register,
            AliasTables aliases,
            AccessPolicy access,
            CommandSettings settings,
            ConnectorRegister connectors,
            Meters meters) {
        this.dialogs = dialogs;
        this.register = register;
        this.aliases = aliases;
        this.access = access;
        this.settings = settings;
        this.connectors = connectors;
        this.meters = meters;
    }

    /**
     * Returns what the author of a message was asked there.
     *
     * @param message what they say
     * @return the open dialog; null if they were asked nothing, or are ignored
     */
    public @Nullable Dialog dialog(Message message) {
        var author = message.author();
        var dialog = dialogs.find(author.id(), message.channel().id());
        return dialog == null || author.bot() || access.ignores(author, message.channel()) ? null : dialog;
    }

    /**
     * Tells whether a message ends its author's dialog.
     *
     * @param message what they say
     * @return true if it does
     */
    public boolean isCancel(Message message) {
        var text = message.text().strip();
        return text.equalsIgnoreCase(CANCEL) || text.equalsIgnoreCase(settings.prefix(message.channel()) + CANCEL);
    }

    /**
     * Ends a dialog whose user has asked for something else; a line that calls nothing is but a slip.
     *
     * @param dialog what they were asked
     * @param line what they typed, without a prefix
     */
    public void overtake(Dialog dialog, String line) {
        if (register.index().match(line).entry() != null || aliases.expand(dialog.user(), line) != null) {
            dialogs.close(dialog);
        }
    }

    /**
     * Hears what someone who was asked says.
     *
     * @param dialog what they were asked
     * @param message what they say
     * @param fire fires the line that an answer completes
     * @return completes when all is said to it
     */
    public CompletionStage<Void> hear(
            Dialog dialog, Message message, Function<MessageParts, CompletionStage<Void>> fire) {
        if (isCancel(message)) {
            return dialogs.close(dialog) ? tell(dialog, message, "Cancelled.") : NOTHING;
        }
        var given = MessageParts.of(dialog.line());
        var match = register.index().match(given.line());
        if (match.entry() == null) {
            return tell(
                    dialog,
                    message,
                    "The plugin " + dialog.plugin() + ", which asked this, is not running. "
                            + "Answer again when it is back, or cancel.");
        }
        var gap = Gap.of(match.entry().declaration(), given, match.arguments());
        if (gap.isPresent() && !gap.get().takes(message)) {
            return NOTHING;
        }
        var answer = answer(dialog, message);
        if (answer == null) {
            return tell(dialog, message, insistence(dialog));
        }
        return dialogs.close(dialog)
                ? fire.apply(gap.map(open -> open.filled(answer)).orElseGet(() -> given.and(answer)))
                : NOTHING;
    }

    /** Whoever goes on to talk of something else is not told so for ever. */
    private String insistence(Dialog dialog) {
        var choices = String.join(", ", dialog.choices());
        return dialogs.insist(dialog)
                ? "Answer one of " + choices + ", or cancel."
                : "That is none of " + choices + " either. You are not asked any more; give the command again.";
    }

    private CompletionStage<Void> tell(Dialog dialog, Message message, String what) {
        var told = new CompletableFuture<Void>();
        var deliveries = new Deliveries(meters);
        connectors
                .find(message.channel().id().connector())
                .ifPresent(connector ->
                        deliveries.add(dialog.ref(), () -> connector.reply(message.id(), Content.of(what))));
        deliveries.whenDone(() -> told.complete(null));
        return told;
    }

    /** Returns what a message answers, as the question wrote it if it allows some answers only; null for another. */
    private static @Nullable MessageParts answer(Dialog dialog, Message message) {
        var said = MessageParts.of(message.text());
        if (dialog.choices().isEmpty()) {
            return said;
        }
        return dialog.choices().stream()
                .filter(said.line()::equalsIgnoreCase)
                .findFirst()
                .map(MessageParts::of)
                .orElse(null);
    }
}
