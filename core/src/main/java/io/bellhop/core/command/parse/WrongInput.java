package io.bellhop.core.command.parse;

import org.jspecify.annotations.Nullable;

/** What a user wrote doesn't fit the command: says what is wrong, and where. */
public final class WrongInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The word that doesn't fit, or null if something is missing. */
    private final transient @Nullable Token token;

    WrongInput(String message, @Nullable Token token) {
        super(message, null, false, false);
        this.token = token;
    }

    @Nullable
    Token token() {
        return token;
    }
}
