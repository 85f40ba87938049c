package io.bellhop.core.discord.loopback;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The least that Discord says in each case. */
public final class Payloads {
    public static final String BOT = "100000000000000001";
    public static final String ANN = "100000000000000002";
    public static final String ANN_NAME = "ann";
    public static final String BEN = "100000000000000003";
    public static final String OWNER = "100000000000000004";
    public static final String MODS = "400000000000000001";
    public static final String MANAGERS = "400000000000000002";
    public static final String GUILD = "200000000000000001";
    public static final String LOBBY = "300000000000000001";
    public static final String FORUM = "300000000000000003";
    /** A thread of the lobby that nobody has written in for long. */
    public static final String ASLEEP = "300000000000000004";

    public static final String DIRECT = "300000000000000002";

    private static final long DISCORD_EPOCH = 1_420_070_400_000L;
    /** All but those that make an administrator: Administrator and Manage Server. */
    private static final long USUAL_PERMISSIONS = 2_251_799_813_685_247L & ~0x28;

    private static final long ATTACH_FILES = 0x8000;
    private static final long MANAGE_SERVER = 0x20;
    private static final AtomicLong LAST = new AtomicLong();

    private Payloads() {}

    public static String snowflake() {
        long now = (System.currentTimeMillis() - DISCORD_EPOCH) << 22;
        return Long.toString(LAST.updateAndGet(last -> Math.max(last + 1, now)));
    }

    public static DataObject user(String id, String name) {
        return DataObject.empty().put("id", id).put("username", name);
    }

    public static DataObject bot() {
        return user(BOT, "bellhop").put("bot", true);
    }

    public static DataObject ready(String url, String session, List<DataObject> guilds) {
        return DataObject.empty()
                .put("session_id", session)
                .put("resume_gateway_url", url)
                .put("user", bot())
                .put("application", DataObject.empty().put("id", BOT))
                .put("private_channels", DataArray.empty())
                .put(
                        "guilds",
                        DataArray.fromCollection(guilds.stream()
                                .map(guild -> DataObject.empty()
                                        .put("id", guild.getString("id"))
                                        .put("unavailable", true))
                                .toList()));
    }

    /** What Discord says before a bot connects. */
    public static DataObject gatewayBot(String url, int shards, int concurrency, int remaining) {
        return DataObject.empty()
                .put("url", url)
                .put("shards", shards)
                .put(
                        "session_start_limit",
                        DataObject.empty()
                                .put("total", 1000)
                                .put("remaining", remaining)
                                .put("reset_after", 3_600_000)
                                .put("max_concurrency", concurrency));
    }

    public static DataObject guild() {
        return guild(GUILD, LOBBY, "lobby");
    }

    /** The server as Discord lists it for the bot, with what the bot may do there. */
    public static DataObject membership() {
        return DataObject.empty()
                .put("id", GUILD)
                .put("name", "Grand Hotel")
                .put("permissions", Long.toString(USUAL_PERMISSIONS & ~ATTACH_FILES));
    }

    /** A server with one channel. */
    public static DataObject guild(String guild, String channel, String name) {
        var roles = DataArray.empty()
                .add(role(guild, "@everyone", USUAL_PERMISSIONS, 0))
                .add(role(MODS, "mods", 0, 1))
                .add(role(MANAGERS, "managers", MANAGE_SERVER, 2));
        var lobby = DataObject.empty()
                .put("id", channel)
                .put("type", 0)
                .put("name", name)
                .put("position", 0);
        var self = DataObject.empty().put("user", bot()).put("roles", DataArray.empty());
        return DataObject.empty()
                .put("id", guild)
                .put("name", "Grand Hotel")
                .put("member_count", 1)
                .put("afk_timeout", 300)
                .put("owner_id", OWNER)
                .put("roles", roles)
                .put("channels", DataArray.empty().add(lobby))
                .put("members", DataArray.empty().add(self))
                .put("threads", DataArray.empty())
                .put("guild_scheduled_events", DataArray.empty())
                .put("emojis", DataArray.empty())
                .put("voice_states", DataArray.empty());
    }

    /** The lobby, where everyone lacks some permissions. */
    public static DataObject lobbyWithout(long permissions) {
        var overwrite = DataObject.empty()
                .put("id", GUILD)
                .put("type", 0)
                .put("allow", "0")
                .put("deny", Long.toString(permissions));
        return DataObject.empty()
                .put("id", LOBBY)
                .put("guild_id", GUILD)
                .put("type", 0)
                .put("name", "lobby")
                .put("position", 0)
                .put("permission_overwrites", DataArray.empty().add(overwrite));
    }

    public static DataObject forum() {
        return DataObject.empty()
                .put("id", FORUM)
                .put("guild_id", GUILD)
                .put("type", 15)
                .put("name", "questions")
                .put("position", 1)
                .put("flags", 0)
                .put("available_tags", DataArray.empty())
                .put("permission_overwrites", DataArray.empty());
    }

    /** A thread of the lobby. */
    public static DataObject thread(String id, String name) {
        var metadata = DataObject.empty()
                .put("archived", true)
                .put("locked", false)
                .put("auto_archive_duration", 1440)
                .put("archive_timestamp", "2026-11-01T12:00:00.000000+00:00");
        return DataObject.empty()
                .put("id", id)
                .put("guild_id", GUILD)
                .put("parent_id", LOBBY)
                .put("owner_id", BOT)
                .put("type", 11)
                .put("name", name)
                .put("message_count", 0)
                .put("member_count", 1)
                .put("thread_metadata", metadata);
    }

    /** Someone as a member of the server, without roles. */
    public static DataObject member(DataObject user) {
        return DataObject.empty().put("user", user).put("roles", DataArray.empty());
    }

    /** The channel where Ann writes to the bot alone. */
    public static DataObject direct() {
        return direct(ANN);
    }

    /** The channel where someone writes to the bot alone; it is another one for each. */
    public static DataObject direct(String user) {
        return DataObject.empty()
                .put("id", user.equals(ANN) ? DIRECT : user.replaceFirst("1", "5"))
                .put("type", 1)
                .put("recipients", DataArray.empty().add(user(user, user.equals(ANN) ? ANN_NAME : "ben")));
    }

    private static DataObject role(String id, String name, long permissions, int position) {
        return DataObject.empty()
                .put("id", id)
                .put("name", name)
                .put("permissions", Long.toString(permissions))
                .put("position", position)
                .put("colors", DataObject.empty().put("primary_color", 0));
    }

    public static DataObject message(String id, String channel, DataObject author, String content) {
        return DataObject.empty()
                .put("id", id)
                .put("channel_id", channel)
                .put("type", 0)
                .put("content", content)
                .put("author", author)
                .put("mentions", DataArray.empty())
                .put("mention_roles", DataArray.empty());
    }
}
