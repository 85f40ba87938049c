package io.bellhop.core.command.declare;

/** A declaration that can't be used. Its message is a sentence for the plugin's author or the bot's owner. */
public final class DeclarationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DeclarationException(String message) {
        super(message);
    }
}
