package io.bellhop.core.discord.link;

import io.bellhop.api.error.BellhopException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import org.jspecify.annotations.Nullable;

/** The shards that are there now, and the servers and channels that they know. Safe for use from any thread. */
public final class Shards {
    private final Supplier<BellhopException> whyNone;
    private volatile @Nullable Generation current;

    Shards(Supplier<BellhopException> whyNone) {
        this.whyNone = whyNone;
    }

    /** From now on these are the ones. */
    void are(Generation generation) {
        current = generation;
    }

    /** Sends them away, if there are any. */
    void leave() throws InterruptedException {
        var open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }

    Optional<Generation> generation() {
        return Optional.ofNullable(current);
    }

    /** Returns those that are there. */
    public Stream<JDA> all() {
        return generation().stream().flatMap(generation -> generation.manager().getShards().stream());
    }

    /**
     * Returns one through which REST requests may go.
     *
     * @return any
     * @throws BellhopException if none is there
     */
    public JDA any() {
        return known().findFirst().orElseThrow(whyNone);
    }

    /** Returns the bot's own id, once it has been let in. */
    public Optional<String> self() {
        return known().findFirst().map(shard -> shard.getSelfUser().getId());
    }

    /** A shard that has only begun to log in does not know whose it is. */
    private Stream<JDA> known() {
        return all().filter(shard -> ((JDAImpl) shard).hasSelfUser());
    }

    /** Tells whether all servers of this process are known; else what is not found may only be late. */
    public boolean areComplete() {
        return generation().filter(open -> open.allReady().isDone()).isPresent() && all().allMatch(Shards::isUp);
    }

    /** Finds a server. */
    public Optional<Guild> guild(String id) {
        return id.isEmpty()
                ? Optional.empty()
                : all().flatMap(shard -> Stream.ofNullable(shard.getGuildById(id)))
                        .findFirst();
    }

    /** Finds a channel, of a server or a direct one, among those that were seen. */
    public Optional<MessageChannel> channel(String id) {
        return all().flatMap(shard -> Stream.ofNullable(shard.getChannelById(MessageChannel.class, id)))
                .findFirst();
    }

    /** Finds a channel in which threads can be begun. */
    public Optional<IThreadContainer> container(String id) {
        return all().flatMap(shard -> Stream.ofNullable(shard.getChannelById(IThreadContainer.class, id)))
                .findFirst();
    }

    /** Makes a thread known that Discord told of when asked: those that sleep are not told of otherwise. */
    public Optional<MessageChannel> thread(DataObject json) {
        return guild(json.getString("guild_id", ""))
                .filter(there -> there.getChannelById(IThreadContainer.class, json.getString("parent_id")) != null)
                .map(there ->
                        ((JDAImpl) there.getJDA()).getEntityBuilder().createThreadChannel(json, there.getIdLong()));
    }

    static boolean isUp(JDA shard) {
        return shard.getStatus() == JDA.Status.CONNECTED;
    }
}
