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

    private static final int UNAUTHORIZED = 401;

    private Failure() {}

    public static BellhopException of(String code, String message, @Nullable Throwable cause) {
        return new BellhopException(ErrorKind.CONNECTOR, code, message, cause);
    }

    public static BellhopException stopped() {
        return of("discord.stopped", "The link to Discord is closed.", null);
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
            case CancellationException stopped ->
                of("discord.stopped", stopped().getMessage(), stopped);
            case RejectedExecutionException stopped ->
                of("discord.stopped", stopped().getMessage(), stopped);
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

    private static BellhopException of(ErrorResponseException answer) {
        if (answer.getCause() instanceof TooLarge lying) {
            return of("discord.too-large", String.valueOf(lying.getMessage()), answer);
        }
        if (isTokenRefused(answer)) {
            return of("discord.stopped", "Discord refuses the bot's token. Its owner can set a new one.", answer);
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
            case CANNOT_SEND_TO_USER -> of(UNDELIVERABLE, "They do not take direct messages from me.", answer);
            case REQUEST_ENTITY_TOO_LARGE ->
                of("discord.too-large", "That is larger than Discord takes. Send less, or in parts.", answer);
            default -> answer.isServerError() ? unreachable(answer) : refused(answer);
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
