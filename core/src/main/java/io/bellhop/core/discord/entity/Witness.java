package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Remembers what Discord does not say again: who wrote a message, picked there, and whom an answer was for. */
public final class Witness {
    private static final int REMEMBERED = 10_000;

    private final Recent<MessageId, User> authors = new Recent<>(REMEMBERED);
    private final Recent<MessageId, OffsetDateTime> edits = new Recent<>(REMEMBERED);
    private final Recent<MessageId, UserId> askers = new Recent<>(REMEMBERED);
    private final Recent<MessageId, UserId> pickers = new Recent<>(REMEMBERED);

    /** Notes who wrote a message; tells whether it is heard for the first time. */
    public boolean wrote(MessageId message, User author) {
        return authors.rememberFirst(message, author);
    }

    public Optional<User> author(MessageId message) {
        return authors.find(message);
    }

    /** Tells a person's edit from Discord's own, which adds a preview and repeats the time of the last edit. */
    public boolean isNewEdit(MessageId message, OffsetDateTime time) {
        if (edits.find(message).filter(time::equals).isPresent()) {
            return false;
        }
        edits.remember(message, time);
        return true;
    }

    public void picked(MessageId message, UserId picker) {
        pickers.remember(message, picker);
    }

    /** Returns whom a reply to a message answers: who picked there last, or else wrote it. */
    public Optional<UserId> answers(MessageId message) {
        return pickers.find(message).or(() -> author(message).map(User::id));
    }

    /** Notes whom a reply to a message would answer, and whom the message is for, where neither is known. */
    public void asked(MessageId message, UserId asker) {
        if (answers(message).isEmpty()) {
            picked(message, asker);
        }
        if (asker(message).isEmpty()) {
            answered(message, asker);
        }
    }

    public void answered(MessageId answer, UserId asker) {
        askers.remember(answer, asker);
    }

    public Optional<UserId> asker(MessageId answer) {
        return askers.find(answer);
    }
}
