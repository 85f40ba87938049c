package io.bellhop.core.command;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.core.dialog.Dialog;
import io.bellhop.core.dialog.Dialogs;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A question that is ready to be sent.
 *
 * @param dialogs keeps it until it is answered
 * @param dialog what is kept
 * @param question what is sent
 */
record Asking(Dialogs dialogs, Dialog dialog, Content question) {
    /** Opens the dialog first and sends then: the answer can be quick. */
    void open(Function<Content, CompletionStage<Receipt>> reply) {
        dialogs.open(dialog);
        reply.apply(question).thenAccept(receipt -> dialogs.asked(dialog, receipt.message()));
    }
}
