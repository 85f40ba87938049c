package io.bellhop.core.discord.link;

import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.link.rest.Lanes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Activity;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All shards of this process, from their log-in until Discord closes them for good or the bot leaves. */
final class Generation implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
    private static final Duration LEAVING = Duration.ofSeconds(5);
    private static final int LONGEST_RECONNECT_SECONDS = 60;
    /** A shard that JDA connects again says so at once. */
    private static final long UNDECIDED_MILLIS = 500;

    private final ShardManager manager;
    private final SessionQueue queue;
    private final Pools pools;
    private final List<Integer> numbers;
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> allReady = new CompletableFuture<>();
    private final CompletableFuture<Integer> refused = new CompletableFuture<>();

    private Generation(
            LinkOptions options,
            GatewayOffer offer,
            SessionQueue queue,
            Collection<GatewayIntent> intents,
            Pools pools,
            OkHttpClient http,
            Collection<EventListener> listeners) {
        this.queue = queue;
        this.pools = pools;
        this.numbers = options.shards().here(offer.shards());
        var builder = DefaultShardManagerBuilder.createLight(options.token().reveal(), intents)
                .setShardsTotal(options.shards().total(offer.shards()))
                .setShards(numbers)
                .setSessionController(queue)
                .setRestConfig(new RestConfig()
                        .setBaseUrl(options.restUrl())
                        .setRateLimiterFactory(limits -> new Lanes(limits, pools.acknowledgements())))
                .setHttpClient(http)
                .setMaxReconnectDelay(LONGEST_RECONNECT_SECONDS)
                .setContextEnabled(false)
                .enableCache(CacheFlag.ROLE_TAGS) // by them the bot knows its own role
                .setEventPassthrough(true) // JDA does not read all that an interaction says
                .setEnableShutdownHook(false)
                .setUseShutdownNow(true)
                .setThreadFactory(
                        Thread.ofPlatform().daemon().name("discord-shards").factory())
                .addEventListeners(this)
                .addEventListeners(new ArrayList<Object>(listeners));
        options.activity().map(Activity::customStatus).ifPresent(builder::setActivity);
        this.manager = pools.into(builder).build(false);
    }

    /** Makes shards that do not log in yet. */
    static Generation of(
            LinkOptions options,
            GatewayOffer offer,
            Identifies identifies,
            Collection<GatewayIntent> intents,
            Pools pools,
            OkHttpClient http,
            Collection<EventListener> listeners) {
        identifies.offered(offer);
        var queue = new SessionQueue(offer, identifies, options.pace());
        return new Generation(options, offer, queue, intents, pools, http, listeners);
    }

    /** Begins to log in. */
    void logIn() {
        manager.login();
    }

    ShardManager manager() {
        return manager;
    }

    SessionQueue queue() {
        return queue;
    }

    /** The numbers of the shards, in order. */
    List<Integer> numbers() {
        return numbers;
    }

    /** Completes when every shard has been up once. */
    CompletableFuture<Void> allReady() {
        return allReady;
    }

    /** Completes with the code by which Discord closed a shard for good. */
    CompletableFuture<Integer> refused() {
        return refused;
    }

    boolean isAnyReady() {
        return !ready.isEmpty();
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case ReadyEvent up -> isUp(up.getJDA());
            case ShutdownEvent end -> refused.complete(end.getCode());
            case StatusChangeEvent change
            when change.getNewStatus() == JDA.Status.DISCONNECTED -> endUnlessConnectedAgain(change.getJDA());
            default -> {}
        }
    }

    /** Of what Discord closed for good JDA tells only when its idle buckets are swept, up to half a minute later. */
    private void endUnlessConnectedAgain(JDA shard) {
        var _ = pools.gateway()
                .schedule(
                        () -> {
                            if (shard.getStatus() == JDA.Status.DISCONNECTED) {
                                shard.shutdownNow();
                            }
                        },
                        UNDECIDED_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void isUp(JDA shard) {
        ready.add(shard.getShardInfo().getShardId());
        if (ready.containsAll(numbers)) {
            allReady.complete(null);
        }
    }

    /** Leaves at once, and waits a little until it has left. */
    void close() throws InterruptedException {
        queue.close();
        var shards = manager.getShardCache() == null ? List.<JDA>of() : manager.getShards();
        shards.forEach(JDA::shutdownNow);
        manager.shutdown();
        for (var shard : shards) {
            if (!shard.awaitShutdown(LEAVING)) {
                LOG.warn(
                        "Shard {} did not end within {} s", shard.getShardInfo().getShardId(), LEAVING.toSeconds());
            }
        }
    }
}
