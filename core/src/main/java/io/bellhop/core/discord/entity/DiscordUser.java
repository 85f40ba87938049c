package io.bellhop.core.discord.entity;

import io.bellhop.api.chat.Membership;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Member;
import org.jspecify.annotations.Nullable;

/** A user as they were when seen. */
public record DiscordUser(UserId id, String name, boolean bot, Optional<Membership> membership) implements User {
    public static DiscordUser of(net.dv8tion.jda.api.entities.User user, @Nullable Member member) {
        return new DiscordUser(
                Ids.user(user.getId()),
                member == null ? user.getEffectiveName() : member.getEffectiveName(),
                user.isBot() || user.isSystem(),
                Optional.ofNullable(member).map(DiscordMembership::of));
    }
}
