package io.bellhop.api.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a user is told about. Its message is one or two whole sentences that say what went wrong and what to
 * do; it is shown in chat, so it holds no path, stack trace or secret. The cause goes to the log only.
 *
 * <p>A command that throws one has answered its user: it counts as the command's refusal, not as the plugin's fault,
 * unless its kind is {@link ErrorKind#PLUGIN} or {@link ErrorKind#INTERNAL}.
 */
public final class BellhopException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whose turn it is. */
    private final ErrorKind kind;

    /** The stable name. */
    private final String code;

    /**
     * Makes a failure of some kind.
     *
     * @param kind whose turn it is
     * @param code a stable name for documentation and searches, in lower case with dots, such as
     *     {@code code.unknown-language}
     * @param message what the user reads
     * @param cause what is logged beside it, or null
     */
    public BellhopException(ErrorKind kind, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    /**
     * Makes a failure that the user can mend by asking differently.
     *
     * @param code a stable name, such as {@code code.unknown-language}
     * @param message what the user reads
     * @return the failure, to be thrown
     */
    public static BellhopException user(String code, String message) {
        return new BellhopException(ErrorKind.USER, code, message, null);
    }

    /**
     * Makes a failure that says that a limit held.
     *
     * @param code a stable name, such as {@code code.queue-full}
     * @param message what the user reads
     * @return the failure, to be thrown
     */
    public static BellhopException limit(String code, String message) {
        return new BellhopException(ErrorKind.LIMIT, code, message, null);
    }

    /**
     * Returns whose turn it is.
     *
     * @return the kind
     */
    public ErrorKind kind() {
        return kind;
    }

    /**
     * Returns the stable name of this failure.
     *
     * @return the code, such as {@code command.unknown}
     */
    public String code() {
        return code;
    }

    /**
     * Returns what the user reads.
     *
     * @return the message, never null
     */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
