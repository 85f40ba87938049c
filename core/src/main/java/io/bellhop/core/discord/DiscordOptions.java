package io.bellhop.core.discord;

import io.bellhop.api.plugin.Secret;
import io.bellhop.core.discord.link.option.LinkOptions;

/**
 * What the owner chose.
 *
 * @param link how to reach Discord
 */
public record DiscordOptions(LinkOptions link) {
    /** The usual options. */
    public static DiscordOptions of(Secret token) {
        return new DiscordOptions(LinkOptions.of(token));
    }
}
