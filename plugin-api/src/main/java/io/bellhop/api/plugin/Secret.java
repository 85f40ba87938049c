package io.bellhop.api.plugin;

/**
 * A configured value that must not be seen: a token, a password. Its string form is masked, so that it can't slip into
 * a log or a chat.
 */
public final class Secret {
    private final String value;

    /**
     * Wraps a value.
     *
     * @param value the secret itself
     */
    public Secret(String value) {
        this.value = value;
    }

    /**
     * Returns the secret itself, to be handed to what needs it and to nothing else.
     *
     * @return the value
     */
    public String reveal() {
        return value;
    }

    /** {@return always the same mask} */
    @Override
    public String toString() {
        return "***";
    }
}
