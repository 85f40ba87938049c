package io.bellhop.core.error;

import io.bellhop.api.chat.Text;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.storage.DiskTrouble;

/** Says in chat that something failed: what it was, whose turn it is, and the names under which it is found again. */
public final class ErrorReply {
    private ErrorReply() {}

    /**
     * Tells of a failure.
     *
     * @param failure what failed
     * @param ref the invocation's ref
     * @return a sentence, the stable code and the ref
     */
    public static Text of(BellhopException failure, String ref) {
        return named(Text.of(failure.getMessage()), failure.code(), ref);
    }

    /**
     * Adds a stable code and a ref to a text.
     *
     * @param text what went wrong
     * @param code the code
     * @param ref the invocation's ref
     * @return the longer text
     */
    public static Text named(Text text, String code, String ref) {
        return text.add(" (" + code + ", ref " + ref + ")");
    }

    /**
     * Turns whatever a plugin threw into what its user may see: never a stack trace or a message that may hold a
     * secret.
     *
     * @param failure what was thrown
     * @param plugin the id of the plugin
     * @return the failure itself if it was meant for the user, else what is wrong with the disk, or one that names the
     *     plugin
     */
    public static BellhopException visible(Throwable failure, String plugin) {
        if (failure instanceof BellhopException meant) {
            return meant;
        }
        return DiskTrouble.behind(failure)
                .orElseGet(() -> new BellhopException(
                        ErrorKind.PLUGIN,
                        "plugin.failed",
                        "The plugin " + plugin + " failed. The bot's owner finds the reason in the log under this ref.",
                        failure));
    }
}
