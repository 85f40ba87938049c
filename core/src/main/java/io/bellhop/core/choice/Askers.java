package io.bellhop.core.choice;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.chat.KnowsAskers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose questions the latest messages are, or answer. Safe for use from any thread. */
public final class Askers implements KnowsAskers {
    private static final int MESSAGES = 2000;
    private static final int PICKED_MESSAGES = 1000;

    /** The latest, around and around: every message is noted, and hardly one is ever looked for. */
    private final @Nullable Note[] notes = new Note[MESSAGES];

    private int next;
    private final Map<MessageId, UserId> pickers = recent();
    private final Map<MessageId, MessageId> picks = recent();

    /** A message, with whose question it is or answers, or with the message that it answers. */
    private record Note(
            MessageId message,
            @Nullable UserId asker,
            @Nullable MessageId answered) {}

    private static <V> Map<MessageId, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<MessageId, V> eldest) {
                return size() > PICKED_MESSAGES;
            }
        };
    }

    /**
     * Notes whose question a message is, or answers.
     *
     * @param message the message
     * @param asker whose
     */
    public void noted(MessageId message, UserId asker) {
        note(new Note(message, asker, null));
    }

    /** Notes which message another answers: it answers whom that one does now. */
    synchronized void answers(MessageId message, MessageId answered) {
        note(new Note(message, pickers.isEmpty() ? null : pickers.get(answered), answered));
    }

    private synchronized void note(Note note) {
        notes[next] = note;
        next = (next + 1) % MESSAGES;
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
        return picks.isEmpty() ? message : picks.getOrDefault(message, message);
    }

    /**
     * Tells whom a reply to a message answers.
     *
     * @param message the message
     * @return who picked there last, or else asked; empty if that is long ago
     */
    public synchronized Optional<UserId> of(MessageId message) {
        return Optional.ofNullable(pickers.get(message)).or(() -> Optional.ofNullable(asker(message)));
    }

    /** What a message answers was there before it, so that looking back once is enough. */
    private @Nullable UserId asker(MessageId message) {
        var wanted = message;
        for (int i = 1; i <= MESSAGES; i++) {
            var note = notes[Math.floorMod(next - i, MESSAGES)];
            if (note == null) {
                return null;
            }
            if (note.message().equals(wanted)) {
                if (note.answered() == null || note.asker() != null) {
                    return note.asker();
                }
                wanted = note.answered();
            }
        }
        return null;
    }
}
