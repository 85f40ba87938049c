package io.bellhop.core.app;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.discord.DiscordOptions;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.link.option.ShardRange;
import java.util.Set;
import java.util.function.Supplier;

/** What the owner chose for Discord, as the connector takes it. */
final class DiscordSettings {
    private DiscordSettings() {}

    static DiscordOptions of(Secret token, CoreConfig.Discord chosen, Home home, Supplier<Set<Capability>> uses)
            throws StartRefused {
        return new DiscordOptions(LinkOptions.of(token)
                .with(shards(chosen))
                .showing(chosen.activity())
                .in(home.data())
                .using(uses));
    }

    private static ShardRange shards(CoreConfig.Discord chosen) throws StartRefused {
        try {
            return ShardRange.parse(chosen.shards());
        } catch (IllegalArgumentException e) {
            throw StartRefused.wrong("discord." + e.getMessage());
        }
    }
}
