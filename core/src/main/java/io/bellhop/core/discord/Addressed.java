package io.bellhop.core.discord;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.UserId;
import java.util.Optional;

/**
 * An answer, and whose buttons stand under it.
 *
 * @param content what is said
 * @param asker who may press them; empty if it has none
 */
record Addressed(Content content, Optional<UserId> asker) {
    /** An answer to who can't be found out, with what can be typed instead of pressed. */
    static Addressed toNobody(Content content) {
        var text = content.text();
        for (Choice choice : content.choices()) {
            text = text.line().add(choice.label()).add(": ").code(choice.invocation());
        }
        var typed =
                content.card().map(Content::of).orElseGet(() -> Content.of("")).with(text);
        for (Attachment file : content.attachments()) {
            typed = typed.with(file);
        }
        return new Addressed(typed, Optional.empty());
    }
}
