package io.bellhop.core.dialog;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.config.Durations;
import io.bellhop.core.event.Time;
import io.bellhop.core.journal.Failures;
import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the asked, in the place of the question, that nobody waits for its answer any more. */
final class Epilogue {
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** As long as a platform may take to connect; that nobody waits is no news later. */
    private static final int MOST_TRIES = 120;

    private static final Logger log = LoggerFactory.getLogger(Epilogue.class);

    private final ConnectorRegister connectors;
    private final Time time;

    @Inject
    Epilogue(ConnectorRegister connectors, Time time) {
        this.connectors = connectors;
        this.time = time;
    }

    /** Says that no answer came. Where messages can't be edited this is a message of its own. */
    void unanswered(Dialog dialog) {
        var why = "No answer came within " + Durations.format(dialog.patience()) + ".";
        var content = Content.of(Text.of(dialog.prompt()).line().add(why));
        dialog.question().ifPresent(question -> instead(question, content, MOST_TRIES));
    }

    private void instead(MessageId question, Content content, int triesLeft) {
        var connector = connectors.find(question.channel().connector());
        if (connector.isEmpty()) {
            again(question, content, triesLeft);
            return;
        }
        connector.get().edit(Receipt.of(question), content).whenComplete((receipt, failure) -> {
            if (failure != null && Failures.isPassing(failure)) {
                again(question, content, triesLeft);
            } else if (failure != null) {
                log.warn("the question {} could not be closed", question, failure);
            }
        });
    }

    private void again(MessageId question, Content content, int triesLeft) {
        if (triesLeft > 1) {
            time.after(RETRY, () -> instead(question, content, triesLeft - 1));
        } else {
            log.info("the question {} could not be closed: its platform is away", question);
        }
    }
}
