package io.bellhop.core.console;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.util.Map;
import java.util.Optional;

/** Whose questions the latest messages are, or answer. Safe for use from any thread. */
final class Askers {
    private static final int MESSAGES = 1000;

    private final Map<MessageId, UserId> askers = new Recent<>(MESSAGES);
    private final Map<MessageId, UserId> pickers = new Recent<>(MESSAGES);

    /** Notes whose question a message is, or answers. */
    synchronized void asked(MessageId message, UserId asker) {
        askers.put(message, asker);
    }

    /** Notes who picked a choice of a message. */
    synchronized void picked(MessageId message, UserId picker) {
        pickers.put(message, picker);
    }

    /** {@return whom a reply to this message answers: who asked, or else picked there last} */
    synchronized Optional<UserId> of(MessageId message) {
        return Optional.ofNullable(pickers.get(message)).or(() -> Optional.ofNullable(askers.get(message)));
    }
}
