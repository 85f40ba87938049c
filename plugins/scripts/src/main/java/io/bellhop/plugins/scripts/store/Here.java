package io.bellhop.plugins.scripts.store;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Invocation;

/**
 * Who asks, and where: what decides on which scripts they can find.
 *
 * @param user who
 * @param channel where
 */
public record Here(User user, Channel channel) {
    /**
     * Takes both from an invocation.
     *
     * @param asked what is asked
     * @return who and where
     */
    public static Here of(Invocation asked) {
        return new Here(asked.user(), asked.channel());
    }

    /** Returns what names the space of the channel, or an empty string for a direct conversation. */
    String spaceId() {
        return channel.space().map(space -> space.id().id()).orElse("");
    }
}
