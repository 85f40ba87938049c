package io.bellhop.core.dialog;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.config.Durations;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the asked, in the place of the question, that nobody waits for its answer any more. */
final class Epilogue {
    private static final Logger log = LoggerFactory.getLogger(Epilogue.class);

    private final ConnectorRegister connectors;

    @Inject
    Epilogue(ConnectorRegister connectors) {
        this.connectors = connectors;
    }

    /** Says that no answer came. Where messages can't be edited this is a message of its own. */
    void unanswered(Dialog dialog) {
        instead(dialog, "No answer came within " + Durations.format(dialog.patience()) + ".");
    }

    private void instead(Dialog dialog, String why) {
        var connector = connectors.find(dialog.channel().connector());
        if (connector.isEmpty() || dialog.question().isEmpty()) {
            return;
        }
        var content = Content.of(Text.of(dialog.prompt()).line().add(why));
        connector.get().edit(Receipt.of(dialog.question().get()), content).exceptionally(failure -> {
            log.warn("the question of invocation {} could not be closed", dialog.ref(), failure);
            return Receipt.of(dialog.question().get());
        });
    }
}
