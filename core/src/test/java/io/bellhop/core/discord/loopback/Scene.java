package io.bellhop.core.discord.loopback;

import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Who begins an interaction, and where. */
public record Scene(String user, String name, String channel, Place place, long permissions, long largestFile) {
    private static final long ALL = 2_251_799_813_685_247L;
    private static final long LARGEST_FILE = 10L << 20;

    /** A server that never invited the bot, where people use it who have installed it for themselves. */
    public static final String STRANGE_GUILD = "200000000000000009";

    public static final String STRANGE_CHANNEL = "300000000000000009";

    /** Where someone can be. */
    public enum Place {
        LOBBY,
        DIRECT,
        ELSEWHERE,
        GROUP
    }

    public static Scene lobby(String user) {
        return new Scene(
                user,
                user.equals(Payloads.ANN) ? Payloads.ANN_NAME : "ben",
                Payloads.LOBBY,
                Place.LOBBY,
                ALL,
                LARGEST_FILE);
    }

    public static Scene direct(String user) {
        return new Scene(user, Payloads.ANN_NAME, Payloads.DIRECT, Place.DIRECT, ALL, LARGEST_FILE);
    }

    public static Scene elsewhere(String user) {
        return new Scene(user, Payloads.ANN_NAME, STRANGE_CHANNEL, Place.ELSEWHERE, ALL, LARGEST_FILE);
    }

    public Scene called(String other) {
        return new Scene(user, other, channel, place, permissions, largestFile);
    }

    /** Where the bot lacks permissions, and may send no files of more than some bytes. */
    public Scene granting(long permitted, long bytes) {
        return new Scene(user, name, channel, place, permitted, bytes);
    }

    /** Among friends, without the bot. */
    public static Scene group(String user) {
        return new Scene(user, Payloads.ANN_NAME, STRANGE_CHANNEL, Place.GROUP, ALL, LARGEST_FILE);
    }

    /** Adds this to an interaction. */
    public DataObject into(DataObject interaction) {
        var person = Payloads.user(user, name);
        interaction
                .put("channel_id", channel)
                .put("app_permissions", Long.toString(permissions))
                .put("attachment_size_limit", largestFile);
        return switch (place) {
            case DIRECT ->
                interaction
                        .put("context", 1)
                        .put("channel", Payloads.direct())
                        .put("user", person)
                        .put(
                                "authorizing_integration_owners",
                                DataObject.empty().put("0", "0"));
            case LOBBY ->
                inGuild(interaction, Payloads.GUILD, person)
                        .put(
                                "authorizing_integration_owners",
                                DataObject.empty().put("0", Payloads.GUILD));
            case GROUP ->
                interaction
                        .put("context", 2)
                        .put(
                                "channel",
                                DataObject.empty()
                                        .put("id", channel)
                                        .put("type", 3)
                                        .put("name", "friends")
                                        .put("owner_id", user)
                                        .put("recipients", DataArray.empty().add(person)))
                        .put("user", person)
                        .put(
                                "authorizing_integration_owners",
                                DataObject.empty().put("1", user));
            case ELSEWHERE ->
                inGuild(interaction, STRANGE_GUILD, person)
                        .put(
                                "authorizing_integration_owners",
                                DataObject.empty().put("1", user));
        };
    }

    private DataObject inGuild(DataObject interaction, String guild, DataObject person) {
        var member = DataObject.empty()
                .put("user", person)
                .put("roles", DataArray.empty())
                .put("joined_at", "2026-01-01T00:00:00Z")
                .put("flags", 0)
                .put("permissions", "2147483647");
        var room = DataObject.empty()
                .put("id", channel)
                .put("type", 0)
                .put("name", "lobby")
                .put("position", 0)
                .put("permissions", "2147483647");
        return interaction
                .put("context", 0)
                .put("guild_id", guild)
                .put("guild", DataObject.empty().put("id", guild).put("features", DataArray.empty()))
                .put("channel", room)
                .put("member", member);
    }
}
