package io.bellhop.core.discord.link;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;

/** The threads of one session: few, named, and ended with it. */
public record Pools(
        ScheduledExecutorService gateway,
        ScheduledExecutorService buckets,
        ExecutorService requests,
        ExecutorService acknowledgements,
        ExecutorService callbacks,
        ScheduledExecutorService health) {
    private static final int CALLBACKS = 4;

    /** They wait for nothing but Discord, and other interactions must not wait for a few that it is slow to take. */
    private static final int ACKNOWLEDGEMENTS = 8;

    static Pools open() {
        var buckets = Executors.newScheduledThreadPool(1, named("discord-buckets-"));
        return new Pools(
                Executors.newScheduledThreadPool(1, named("discord-gateway-")),
                buckets,
                new RequestThreads(named("discord-requests-"), buckets),
                Executors.newFixedThreadPool(ACKNOWLEDGEMENTS, named("discord-acknowledgements-")),
                Executors.newFixedThreadPool(CALLBACKS, named("discord-callbacks-")),
                Executors.newScheduledThreadPool(1, named("discord-health-")));
    }

    /** One shard's end must not end the threads of the others. */
    DefaultShardManagerBuilder into(DefaultShardManagerBuilder builder) {
        return builder.setGatewayPool(gateway, false)
                .setRateLimitScheduler(buckets, false)
                .setRateLimitElastic(requests, false)
                .setCallbackPool(callbacks, false);
    }

    /** Interrupts all threads. */
    void stop() {
        all().forEach(ExecutorService::shutdownNow);
    }

    /** Ends all threads, waiting up to a second for each pool. */
    void close() throws InterruptedException {
        stop();
        for (var pool : all()) {
            pool.awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    private List<ExecutorService> all() {
        return List.of(gateway, requests, acknowledgements, callbacks, buckets, health);
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }
}
