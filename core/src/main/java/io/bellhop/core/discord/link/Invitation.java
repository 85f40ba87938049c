package io.bellhop.core.discord.link;

import io.bellhop.api.chat.Capability;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;

/** What the bot needs in a server, and the address at which an admin grants it. */
public final class Invitation {
    /** What it takes to hear commands, and to answer them with all that the core shows. */
    private static final List<Permission> ALWAYS = List.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY);

    private static final int NAMED = 5;

    private Invitation() {}

    /**
     * Returns where an admin invites the bot.
     *
     * @param application the application's id
     * @param uses what the bot uses
     * @return an address to open in a browser
     */
    public static String url(String application, Set<Capability> uses) {
        return "https://discord.com/oauth2/authorize?client_id=" + application
                + "&scope=bot%20applications.commands&permissions="
                + Permission.getRaw(needed(uses).toList());
    }

    /**
     * Names what lacks of the needed permissions.
     *
     * @param granted the permissions as Discord writes them
     * @param uses what the bot uses
     * @return their names, or empty if none lacks
     */
    public static Optional<String> lacking(long granted, Set<Capability> uses) {
        var has = Permission.getPermissions(granted);
        return has.contains(Permission.ADMINISTRATOR)
                ? Optional.empty()
                : named(needed(uses).filter(permission -> !has.contains(permission)));
    }

    /** Names servers that lack permissions, a few of them. */
    static Optional<String> lacking(Stream<Guild> guilds, Set<Capability> uses) {
        var lines = guilds.sorted(Comparator.comparing(Guild::getId))
                .flatMap(guild -> named(
                        needed(uses).filter(permission -> !guild.getSelfMember().hasPermission(permission)))
                        .map(names -> names + " in " + guild.getName())
                        .stream())
                .limit(NAMED)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lines));
    }

    private static Stream<Permission> needed(Set<Capability> uses) {
        return Stream.concat(ALWAYS.stream(), uses.stream().sorted().flatMap(used -> Invitation.needed(used).stream()));
    }

    private static Optional<Permission> needed(Capability used) {
        return switch (used) {
            case THREADS -> Optional.of(Permission.CREATE_PUBLIC_THREADS);
            case REACTIONS -> Optional.of(Permission.MESSAGE_ADD_REACTION);
            case CARDS, CHOICES, FORMS, UPLOADS, EDITS, DELETES, TYPING, HISTORY, INTERJECTIONS -> Optional.empty();
        };
    }

    private static Optional<String> named(Stream<Permission> permissions) {
        var names = permissions.map(Permission::getName).collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
