package io.bellhop.core.command.ask;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.core.dialog.Dialog;
import io.bellhop.core.dialog.Dialogs;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that is ready to be sent.
 *
 * @param dialogs keeps it until it is answered
 * @param dialog what is kept
 * @param question what is sent
 * @param early has an answer heard that is there already; null if there is none
 */
public record Asking(
        Dialogs dialogs, Dialog dialog, Content question, Supplier<@Nullable CompletionStage<Void>> early) {
    /** Returns the same with one more choice under it. */
    Asking with(Choice choice) {
        return new Asking(dialogs, dialog, question.with(choice), early);
    }

    /** Returns the same, which is not sent if its answer is there already. */
    Asking unless(Supplier<@Nullable CompletionStage<Void>> answered) {
        return new Asking(dialogs, dialog, question, answered);
    }

    /**
     * Opens the dialog first and sends then: the answer can be quick, or be there before the question.
     *
     * @param reply sends, and tells of the receipt before the request counts as answered
     * @return null; if nothing was sent because the answer is there, completes when that has been answered
     */
    public @Nullable CompletionStage<Void> open(BiConsumer<Content, Consumer<Receipt>> reply) {
        dialogs.open(dialog);
        var answered = early.get();
        if (answered == null) {
            reply.accept(question, receipt -> dialogs.asked(dialog, receipt.message()));
        }
        return answered;
    }
}
