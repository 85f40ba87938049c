package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.Membership;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;

/** What someone was in a server when seen. */
record DiscordMembership(SpaceId space, List<Role> roles, boolean administrator) implements Membership {
    /**
     * The server's owner has every permission, and so has whoever bears Administrator. Nobody is anything in a server
     * that did not invite the bot.
     */
    static DiscordMembership of(Member member) {
        if (member.isDetached()) {
            return new DiscordMembership(DiscordSpace.of(member.getGuild()).id(), List.of(), false);
        }
        return new DiscordMembership(
                DiscordSpace.of(member.getGuild()).id(),
                member.getUnsortedRoles().stream()
                        .map(role -> new Role(role.getId(), role.getName()))
                        .toList(),
                member.hasPermission(Permission.MANAGE_SERVER));
    }
}
