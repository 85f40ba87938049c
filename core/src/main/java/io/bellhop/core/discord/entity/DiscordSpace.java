package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.SpaceId;
import net.dv8tion.jda.api.entities.Guild;

/** A server as it was when seen. */
record DiscordSpace(SpaceId id, String name) implements Space {
    static DiscordSpace of(Guild guild) {
        // a server that did not invite the bot tells it no name
        var name = guild.isDetached() ? guild.getId() : guild.getName();
        return new DiscordSpace(Ids.space(guild.getId()), name);
    }
}
