package io.bellhop.core.command.ask;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.core.dialog.Dialog;
import io.bellhop.core.dialog.Dialogs;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A question that is ready to be sent.
 *
 * @param dialogs keeps it until it is answered
 * @param dialog what is kept
 * @param question what is sent
 */
public record Asking(Dialogs dialogs, Dialog dialog, Content question) {
    /** Returns the same with one more choice under it. */
    Asking with(Choice choice) {
        return new Asking(dialogs, dialog, question.with(choice));
    }

    /**
     * Opens the dialog first and sends then: the answer can be quick.
     *
     * @param reply sends, and tells of the receipt before the request counts as answered
     */
    public void open(BiConsumer<Content, Consumer<Receipt>> reply) {
        dialogs.open(dialog);
        reply.accept(question, receipt -> dialogs.asked(dialog, receipt.message()));
    }
}
