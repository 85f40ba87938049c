package io.bellhop.core.audit;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.Optional;

/**
 * Something that was done, or that someone was kept from doing.
 *
 * @param ref names the invocation; empty if it was none
 * @param user who did it; empty for the bot itself
 * @param channel where; empty if nowhere in particular
 * @param action what: the name of a command, or what happened
 * @param plugin whose command it is
 * @param version that plugin's version
 * @param outcome how it ended, in a word
 * @param arguments with what; encrypted if someone did it
 */
public record Deed(
        String ref,
        Optional<User> user,
        Optional<Channel> channel,
        String action,
        String plugin,
        String version,
        String outcome,
        String arguments) {
    /**
     * Makes a deed of the bot's own. Nothing of it is encrypted.
     *
     * @param action what happened
     * @param plugin to which plugin, or {@code core}
     * @param version that plugin's version
     * @param outcome how it ended, in a word
     * @param what more about it, nothing personal
     * @return the deed
     */
    public static Deed ofBot(String action, String plugin, String version, String outcome, String what) {
        return new Deed("", Optional.empty(), Optional.empty(), action, plugin, version, outcome, what);
    }

    /**
     * Makes a deed of which only ids are known any more.
     *
     * @param ref names the invocation
     * @param user who asked for it
     * @param channel where
     * @param space in which space; empty if that is not known
     * @param action the command
     * @param plugin whose command
     * @param outcome how it ended, in a word
     * @param arguments with what
     * @return the deed
     */
    public static Deed ofIds(
            String ref,
            UserId user,
            ChannelId channel,
            Optional<Space> space,
            String action,
            String plugin,
            String outcome,
            String arguments) {
        return new Deed(
                ref,
                Optional.of(new Someone(user, user.id(), false)),
                Optional.of(new Somewhere(channel, channel.id(), space)),
                action,
                plugin,
                "",
                outcome,
                arguments);
    }

    private record Someone(UserId id, String name, boolean bot) implements User {}

    private record Somewhere(ChannelId id, String name, Optional<Space> space) implements Channel {}
}
