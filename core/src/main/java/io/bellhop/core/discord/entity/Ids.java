package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;

/** What things on Discord are called: by its own numbers. */
public final class Ids {
    /** What names the connector. */
    public static final String CONNECTOR = "discord";

    private Ids() {}

    public static SpaceId space(String id) {
        return new SpaceId(CONNECTOR, id);
    }

    public static ChannelId channel(String id) {
        return new ChannelId(CONNECTOR, id);
    }

    public static MessageId message(String channel, String id) {
        return new MessageId(channel(channel), id);
    }

    public static UserId user(String id) {
        return new UserId(CONNECTOR, id);
    }
}
