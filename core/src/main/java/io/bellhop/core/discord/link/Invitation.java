package io.bellhop.core.discord.link;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;

/** What the bot needs in a server, and the address at which an admin grants it. */
public final class Invitation {
    private static final List<Permission> NEEDED = List.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY,
            Permission.MESSAGE_ADD_REACTION);
    private static final int NAMED = 5;

    private Invitation() {}

    /**
     * Returns where an admin invites the bot.
     *
     * @param application the application's id
     * @return an address to open in a browser
     */
    public static String url(String application) {
        return "https://discord.com/oauth2/authorize?client_id=" + application
                + "&scope=bot%20applications.commands&permissions=" + Permission.getRaw(NEEDED);
    }

    /**
     * Names what lacks of the needed permissions.
     *
     * @param granted the permissions as Discord writes them
     * @return their names, or empty if none lacks
     */
    public static Optional<String> lacking(long granted) {
        var has = Permission.getPermissions(granted);
        return has.contains(Permission.ADMINISTRATOR)
                ? Optional.empty()
                : named(NEEDED.stream().filter(permission -> !has.contains(permission)));
    }

    /** Names servers that lack permissions, a few of them. */
    static Optional<String> lacking(Stream<Guild> guilds) {
        var lines = guilds.sorted(Comparator.comparing(Guild::getId))
                .flatMap(guild -> named(NEEDED.stream()
                                .filter(permission -> !guild.getSelfMember().hasPermission(permission)))
                        .map(names -> names + " in " + guild.getName())
                        .stream())
                .limit(NAMED)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lines));
    }

    private static Optional<String> named(Stream<Permission> permissions) {
        var names = permissions.map(Permission::getName).collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
