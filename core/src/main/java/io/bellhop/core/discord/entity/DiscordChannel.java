package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Space;
import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/** A channel as it was when seen. */
public record DiscordChannel(ChannelId id, String name, Optional<Space> space) implements Channel {
    public static DiscordChannel of(MessageChannel channel) {
        Optional<Space> space = channel instanceof GuildChannel there
                ? Optional.of(DiscordSpace.of(there.getGuild()))
                : Optional.empty();
        return new DiscordChannel(Ids.channel(channel.getId()), channel.getName(), space);
    }
}
