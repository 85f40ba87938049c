package io.bellhop.core.discord.content;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/**
 * What may be shown somewhere.
 *
 * @param embeds whether cards may be embeds; else they are lines
 * @param files whether files may be attached; else they are named
 * @param references whether an answer may point at its message
 * @param largestFile how many bytes a file may have
 */
public record Place(boolean embeds, boolean files, boolean references, long largestFile) {
    /** Where everything may be shown, in files of a size that Discord takes everywhere. */
    public static final Place OPEN = new Place(true, true, true, Message.MAX_FILE_SIZE);

    /**
     * Knows what Discord grants for the answer to an interaction.
     *
     * @param permissions the permissions as Discord writes them
     * @param largestFile how many bytes a file may have
     */
    public static Place granted(long permissions, long largestFile) {
        var granted = Permission.getPermissions(permissions);
        boolean isAdmin = granted.contains(Permission.ADMINISTRATOR);
        return new Place(
                isAdmin || granted.contains(Permission.MESSAGE_EMBED_LINKS),
                isAdmin || granted.contains(Permission.MESSAGE_ATTACH_FILES),
                true,
                largestFile);
    }

    /** Looks at what the bot is permitted in a channel. */
    public static Place of(Channel channel) {
        if (!(channel instanceof GuildChannel there)) {
            return OPEN;
        }
        var self = there.getGuild().getSelfMember();
        return new Place(
                self.hasPermission(there, Permission.MESSAGE_EMBED_LINKS),
                self.hasPermission(there, Permission.MESSAGE_ATTACH_FILES),
                self.hasPermission(there, Permission.MESSAGE_HISTORY),
                there.getGuild().getMaxFileSize());
    }
}
