package io.bellhop.core.discord;

import io.bellhop.core.discord.link.LastHeard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageHistory;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.GenericSessionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets what people wrote while a shard did not listen be heard when it does again: a new session, after a restart or
 * because Discord gave the old one up, is not told of it. Only what is a few minutes old at most, as nobody expects an
 * answer later. Runs on the gateway's thread, so it asks and returns.
 */
final class Missed implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Missed.class);
    private static final Duration OLDEST = Duration.ofMinutes(2);
    private static final int MOST_CHANNELS = 50;
    private static final int MOST_MESSAGES = 100;

    private final LastHeard lastHeard;
    private final Ears ears;
    private final InstantSource clock;

    Missed(LastHeard lastHeard, Ears ears, InstantSource clock) {
        this.lastHeard = lastHeard;
        this.ears = ears;
        this.clock = clock;
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof GenericSessionEvent session) {
            var shard = session.getJDA();
            switch (session.getState()) {
                case READY, RECREATED -> ask(shard, lastHeard.listens(shard.getShardInfo()));
                case RESUMED -> lastHeard.listens(shard.getShardInfo());
                case DISCONNECTED, INVALIDATED, SHUTDOWN -> lastHeard.leaves(shard.getShardInfo());
            }
        }
    }

    private void ask(JDA shard, long lastHeardThere) {
        long since = Math.max(
                lastHeardThere,
                TimeUtil.getDiscordTimestamp(clock.instant().minus(OLDEST).toEpochMilli()));
        shard.getChannelCache().ofType(GuildMessageChannel.class).stream()
                .filter(channel -> channel.getLatestMessageIdLong() > since && mayRead(channel))
                .sorted(Comparator.comparingLong(MessageChannel::getLatestMessageIdLong)
                        .reversed())
                .limit(MOST_CHANNELS)
                .forEach(channel -> ask(channel.getId(), CompletableFuture.completedStage(channel), since));
        if (shard.getShardInfo().getShardId() == 0) { // where direct messages come
            lastHeard
                    .alone()
                    .forEach(
                            user -> ask(user, shard.openPrivateChannelById(user).submit(), since));
        }
    }

    private static boolean mayRead(GuildMessageChannel channel) {
        return channel.getGuild()
                .getSelfMember()
                .hasPermission(channel, Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY);
    }

    private void ask(String where, CompletionStage<? extends MessageChannel> channel, long since) {
        var _ = channel.thenCompose(there -> hear(there, since)).exceptionally(failure -> {
            LOG.warn("What was written to {} meanwhile can't be read: {}", where, failure.getMessage());
            return null;
        });
    }

    private CompletionStage<Void> hear(MessageChannel channel, long since) {
        return channel.getLatestMessageIdLong() > since
                ? channel.getHistoryAfter(since, MOST_MESSAGES).submit().thenCompose(this::hear)
                : CompletableFuture.completedStage(null);
    }

    /** Hears the messages in their order, each by an author with the roles that they have. */
    private CompletionStage<Void> hear(MessageHistory history) {
        var authors = new HashMap<String, CompletionStage<Optional<Member>>>();
        CompletionStage<Void> heard = CompletableFuture.completedStage(null);
        for (var message : history.getRetrievedHistory().reversed()) {
            heard = heard.thenCompose(before -> author(message, authors))
                    .thenAccept(author -> ears.received(message, author.orElse(null)));
        }
        return heard;
    }

    private static CompletionStage<Optional<Member>> author(
            Message message, Map<String, CompletionStage<Optional<Member>>> known) {
        return message.isFromGuild() && Ears.isSaid(message)
                ? known.computeIfAbsent(message.getAuthor().getId(), id -> member(message.getGuild(), id))
                : CompletableFuture.completedStage(Optional.empty());
    }

    /** Whoever has left since, or is not told of, is somebody without roles. */
    private static CompletionStage<Optional<Member>> member(Guild guild, String id) {
        return guild.retrieveMemberById(id).submit().thenApply(Optional::of).exceptionally(failure -> Optional.empty());
    }
}
