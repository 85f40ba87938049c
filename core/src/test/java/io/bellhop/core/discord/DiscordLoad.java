package io.bellhop.core.discord;

import com.fasterxml.jackson.databind.util.RawValue;
import io.bellhop.api.chat.Connector;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.link.option.Pace;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What a benchmark does to a bot on Discord: people write in many channels, and its answers are counted. */
public final class DiscordLoad implements AutoCloseable {
    private static final long FIRST_CHANNEL = 310_000_000_000_000_000L;
    private static final long FIRST_GUILD = 210_000_000_000_000_000L;
    private static final long FIRST_PERSON = 110_000_000_000_000_000L;
    private static final int CHANNELS_OF_A_SERVER = 10;

    private final LoopbackDiscord discord;
    private final BlockingQueue<Long> answers = new LinkedBlockingQueue<>();
    private volatile LongConsumer listener = answers::add;

    /** Opens a Discord with one server of so many channels. */
    public DiscordLoad(int channels) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        discord = new LoopbackDiscord();
        discord.rest().tell(request -> {
            if (request.method().equals("POST") && request.path().endsWith("/messages")) {
                listener.accept(System.nanoTime());
            }
        });
        var guild = guild(FIRST_GUILD);
        for (int i = 1; i < channels; i++) {
            guild.getArray("channels").add(channel(FIRST_CHANNEL + i, i));
        }
        discord.gateway().add(guild);
    }

    /** Puts the bot into so many more servers of so many people. */
    public void addServers(int servers, int people) {
        for (int i = 1; i <= servers; i++) {
            var guild = guild(FIRST_GUILD + i);
            for (int j = 1; j < CHANNELS_OF_A_SERVER; j++) {
                guild.getArray("channels").add(channel(FIRST_CHANNEL + i * 1_000L + j, j));
            }
            discord.gateway().add(guild.put("member_count", people));
        }
        var members = members(people);
        discord.gateway().crowd(guild -> crowded(guild, members));
    }

    /** Makes a connector that reaches this Discord. */
    public Connector connector(Offers offers) {
        return new DiscordConnector(
                new DiscordOptions(discord.link(LoopbackRest.TOKEN).pacing(Pace.USUAL)), offers);
    }

    /** Brings the least bot there can be, until it is closed. */
    public DiscordEcho echo() throws InterruptedException {
        return new DiscordEcho(discord);
    }

    /** Someone writes in a channel. */
    public void writes(int person, int channel, String content) {
        writes(person, FIRST_GUILD, FIRST_CHANNEL + channel, content);
    }

    /** Someone writes in another of the servers. */
    public void writesIn(int server, String content) {
        writes(0, FIRST_GUILD + server, FIRST_CHANNEL + server * 1_000L, content);
    }

    private void writes(int person, long guild, long channel, String content) {
        var author = Payloads.user(Long.toString(FIRST_PERSON + person), "person" + person);
        discord.gateway()
                .emit(
                        "MESSAGE_CREATE",
                        Payloads.message(Payloads.snowflake(), Long.toString(channel), author, content)
                                .put("guild_id", Long.toString(guild))
                                .put("member", DataObject.empty().put("roles", DataArray.empty())));
    }

    /** Waits for the next answer, and returns when it came, as {@link System#nanoTime()} has it. */
    public long answer() throws InterruptedException {
        var time = answers.poll(10, TimeUnit.SECONDS);
        if (time == null) {
            throw new IllegalStateException("no answer within 10 s");
        }
        return time;
    }

    /** Tells of each answer instead of keeping it. */
    public void tell(LongConsumer other) {
        listener = other;
    }

    /** Keeps each answer again, for {@link #answer}. */
    public void keepAnswers() {
        listener = answers::add;
    }

    @Override
    public void close() throws IOException {
        discord.close();
    }

    private static DataObject guild(long id) {
        return Payloads.guild(Long.toString(id), Long.toString(FIRST_CHANNEL + (id - FIRST_GUILD) * 1_000), "c0");
    }

    private static DataObject channel(long id, int position) {
        return DataObject.empty()
                .put("id", Long.toString(id))
                .put("type", 0)
                .put("name", "c" + position)
                .put("position", position);
    }

    /** As text, so that whoever sends them to thousands of servers takes no time that the bot needs. */
    private static RawValue members(int people) {
        var members = DataArray.empty().add(Payloads.member(Payloads.bot()));
        for (int i = 1; i < people; i++) {
            members.add(DataObject.empty()
                    .put("user", Payloads.user(Long.toString(FIRST_PERSON + i), "person" + i))
                    .put("roles", DataArray.empty()));
        }
        return new RawValue(members.toString());
    }

    private static DataObject crowded(DataObject guild, RawValue members) {
        var crowded = DataObject.empty();
        guild.keys().forEach(key -> crowded.put(key, guild.get(key)));
        return crowded.put("members", members);
    }
}
