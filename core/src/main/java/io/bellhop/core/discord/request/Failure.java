package io.bellhop.core.discord.request;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import org.jspecify.annotations.Nullable;

/** Says what Discord or JDA refused, in Bellhop's words. */
public final class Failure {
    static final String FORBIDDEN = "discord.forbidden";
    public static final String GONE = "discord.gone";
    static final String UNDELIVERABLE = "discord.undeliverable";
    public static final String UNREACHABLE = "discord.unreachable";

    private static final String STOPPED = "discord.stopped";
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;
    /** What <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes">Discord</a> answers. */
    private static final int CANNOT_SEND_TO_USER = 50_007;

    /** JDA has no name for this one. */
    private static final int NO_MUTUAL_SERVERS = 50_278;

    private Failure() {}

    public static BellhopException of(String code, String message, @Nullable Throwable cause) {
        return new BellhopException(ErrorKind.CONNECTOR, code, message, cause);
    }

    public static BellhopException stopped() {
        return of(STOPPED, "The link to Discord is closed.", null);
    }

    public static BellhopException of(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case BellhopException told -> told;
            case PermissionException lacking ->
                forbidden(
                        "Discord does not let me do that here. An admin can grant me the permission "
                                + lacking.getPermission().getName() + ".",
                        lacking);
            case ErrorResponseException answer -> of(answer);
            case CancellationException stopped -> of(STOPPED, stopped().getMessage(), stopped);
            case RejectedExecutionException stopped -> of(STOPPED, stopped().getMessage(), stopped);
            default -> of("discord.failed", "That did not work on Discord. The log says more.", failure);
        };
    }

    public static boolean isGone(Throwable failure) {
        return of(failure).code().equals(GONE);
    }

    public static boolean isForbidden(Throwable failure) {
        return of(failure).code().equals(FORBIDDEN);
    }

    public static boolean isUndeliverable(Throwable failure) {
        return of(failure).code().equals(UNDELIVERABLE);
    }

    /** Tells whether Discord may take the same later. */
    public static boolean isPassing(Throwable failure) {
        var code = of(failure).code();
        return code.equals(UNREACHABLE) || code.equals(STOPPED);
    }

    /**
     * Tells whether nothing was refused: Discord was not reached, or has failed itself. JDA takes every code that it
     * has no name for to be such.
     */
    public static boolean isUnanswered(ErrorResponseException answer) {
        return answer.getResponse().code >= SERVER_ERROR
                || (answer.getResponse().code <= 0 && !(answer.getCause() instanceof Unreadable));
    }

    private static BellhopException of(ErrorResponseException answer) {
        if (answer.getCause() instanceof Unreadable file) {
            return of("discord.unreadable", String.valueOf(file.getMessage()), answer);
        }
        if (isTokenRefused(answer)) {
            return of(STOPPED, "Discord refuses the bot's token. Its owner can set a new one.", answer);
        }
        if (answer.getErrorCode() == CANNOT_SEND_TO_USER || answer.getErrorCode() == NO_MUTUAL_SERVERS) {
            return of(UNDELIVERABLE, "They do not take direct messages from me.", answer);
        }
        return switch (answer.getErrorResponse()) {
            case MISSING_ACCESS, MISSING_PERMISSIONS ->
                forbidden("Discord does not let me do that here. An admin can grant me the permission.", answer);
            case UNKNOWN_CHANNEL -> of(GONE, "That channel is gone, or hidden from me.", answer);
            case UNKNOWN_MESSAGE -> of(GONE, "That message is gone.", answer);
            case UNKNOWN_USER, UNKNOWN_MEMBER -> of(GONE, "Discord knows no such user.", answer);
            case THREAD_LOCKED -> locked(answer);
            case ILLEGAL_OPERATION_ARCHIVED_THREAD ->
                forbidden("This thread is archived. Write in it to open it, then try again.", answer);
            case CANNOT_SEND_MESSAGE_IN_FORUM ->
                of("discord.refused", "A forum takes posts only. Open a post there and use me in it.", answer);
            case REQUEST_ENTITY_TOO_LARGE ->
                of("discord.too-large", "That is larger than Discord takes. Send less, or in parts.", answer);
            default -> isUnanswered(answer) ? unreachable(answer) : refused(answer);
        };
    }

    /**
     * Says that nobody may write in a thread.
     *
     * @param cause how that became known, or null if the thread is known to be so
     * @return the failure
     */
    public static BellhopException locked(@Nullable Throwable cause) {
        return forbidden("This thread is locked. An admin can unlock it, or grant me Manage Threads.", cause);
    }

    /** The gateway may not have said so yet. Of a webhook's own token it says more. */
    private static boolean isTokenRefused(ErrorResponseException answer) {
        return answer.getResponse().code == UNAUTHORIZED && answer.getErrorCode() <= 0;
    }

    private static BellhopException forbidden(String message, @Nullable Throwable cause) {
        return of(FORBIDDEN, message, cause);
    }

    private static BellhopException unreachable(ErrorResponseException answer) {
        return of(UNREACHABLE, "Discord can't be reached now. Try again in a minute.", answer);
    }

    private static BellhopException refused(ErrorResponseException answer) {
        return of("discord.refused", "Discord refused that (its code " + answer.getErrorCode() + ").", answer);
    }
}
