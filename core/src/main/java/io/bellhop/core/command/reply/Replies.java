package io.bellhop.core.command.reply;

import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import org.jspecify.annotations.Nullable;

/** What a command's result says. */
public final class Replies {
    private Replies() {}

    /**
     * Turns a result into a reply.
     *
     * @param result what a command returned
     * @return what it says; null if there is nothing to say
     */
    public static @Nullable Content of(@Nullable Object result) {
        return switch (result) {
            case null -> null;
            case Content content -> content;
            case Text text -> Content.of(text);
            case Card card -> Content.of(card);
            default -> Content.of(result.toString());
        };
    }
}
