package io.bellhop.core.discord.call;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ids of what the channel has no message for: calls, and messages that only one person sees. Each names its
 * interaction or message and its caller, so that also after a restart it is known whom an answer is for, and whether
 * for them alone.
 */
public final class CallId {
    private static final String OPEN = "call-";
    private static final String PRIVATE = "private-";
    private static final Pattern FORM = Pattern.compile("(" + OPEN + "|" + PRIVATE + ")(\\d+)-(\\d+)");

    private CallId() {}

    static MessageId of(ChannelId channel, String interaction, UserId caller, boolean isPrivate) {
        return new MessageId(channel, (isPrivate ? PRIVATE : OPEN) + interaction + "-" + caller.id());
    }

    /** Names a message that only one person sees. */
    static MessageId unseen(MessageId message, UserId caller) {
        return of(message.channel(), message.id(), caller, true);
    }

    /** Returns the ids by which Discord knows messages. */
    static List<MessageId> known(List<MessageId> messages) {
        return messages.stream()
                .map(message -> {
                    var id = FORM.matcher(message.id());
                    return id.matches() ? new MessageId(message.channel(), id.group(2)) : message;
                })
                .toList();
    }

    /**
     * Tells who called.
     *
     * @param message what may be a call
     * @return the caller; empty if it is a message that the channel has
     */
    public static Optional<UserId> caller(MessageId message) {
        var id = FORM.matcher(message.id());
        return id.matches() ? Optional.of(new UserId(message.channel().connector(), id.group(3))) : Optional.empty();
    }

    /**
     * Tells whether nobody but the caller sees what it names.
     *
     * @param message what may be a call
     * @return true if its answers are for the caller alone
     */
    public static boolean isPrivate(MessageId message) {
        return message.id().startsWith(PRIVATE);
    }
}
