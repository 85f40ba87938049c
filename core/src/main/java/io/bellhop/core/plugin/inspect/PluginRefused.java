package io.bellhop.core.plugin.inspect;

/** A plugin that is not taken. Its message is a sentence that tells the bot's owner why, and what to do. */
public final class PluginRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PluginRefused(String message) {
        super(message);
    }

    public PluginRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@return the sentence, never null} */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
