package io.bellhop.core.choice;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.chat.KnowsAskers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whose questions the latest messages are, or answer. Safe for use from any thread. */
public final class Askers implements KnowsAskers {
    private static final int MESSAGES = 1000;

    private final Map<MessageId, UserId> askers = recent();
    private final Map<MessageId, UserId> pickers = recent();
    private final Map<MessageId, MessageId> picks = recent();

    private static <V> Map<MessageId, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<MessageId, V> eldest) {
                return size() > MESSAGES;
            }
        };
    }

    /**
     * Notes whose question a message is, or answers.
     *
     * @param message the message
     * @param asker whose
     */
    public synchronized void noted(MessageId message, UserId asker) {
        askers.put(message, asker);
    }

    @Override
    public synchronized void asked(MessageId message, UserId asker) {
        if (of(message).isEmpty()) {
            noted(message, asker);
        }
    }

    /**
     * Notes who picked a choice of a message.
     *
     * @param message the message
     * @param picker who
     */
    public synchronized void picked(MessageId message, UserId picker) {
        pickers.put(message, picker);
    }

    /**
     * Notes by which message a choice of another was picked.
     *
     * @param message what offered it
     * @param pick the message that picked it
     */
    synchronized void pickedBy(MessageId message, MessageId pick) {
        picks.put(message, pick);
    }

    /** Returns the message that a reply to another answers: the last that picked something there, or else the same. */
    synchronized MessageId answeredBy(MessageId message) {
        return picks.getOrDefault(message, message);
    }

    /**
     * Tells whom a reply to a message answers.
     *
     * @param message the message
     * @return who picked there last, or else asked; empty if that is long ago
     */
    public synchronized Optional<UserId> of(MessageId message) {
        return Optional.ofNullable(pickers.get(message)).or(() -> Optional.ofNullable(askers.get(message)));
    }
}
