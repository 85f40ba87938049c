package io.bellhop.core.discord.call;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ids of calls, which no message has. Each names its interaction and its caller, also after a restart. */
public final class CallId {
    private static final Pattern FORM = Pattern.compile("call-\\d+-(\\d+)");

    private CallId() {}

    static MessageId of(ChannelId channel, String interaction, UserId caller) {
        return new MessageId(channel, "call-" + interaction + "-" + caller.id());
    }

    /**
     * Tells who called.
     *
     * @param message what may be a call
     * @return the caller; empty if it is a message
     */
    public static Optional<UserId> caller(MessageId message) {
        var id = FORM.matcher(message.id());
        return id.matches() ? Optional.of(new UserId(message.channel().connector(), id.group(1))) : Optional.empty();
    }
}
