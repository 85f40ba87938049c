package io.bellhop.core.discord;

import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import net.dv8tion.jda.api.entities.Member;
import org.jspecify.annotations.Nullable;

/** A user as they were when seen. */
record DiscordUser(UserId id, String name, boolean bot) implements User {
    static DiscordUser of(net.dv8tion.jda.api.entities.User user, @Nullable Member member) {
        var name = member == null ? user.getEffectiveName() : member.getEffectiveName();
        return new DiscordUser(new UserId(DiscordConnector.ID, user.getId()), name, user.isBot() || user.isSystem());
    }
}
