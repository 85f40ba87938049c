package io.bellhop.core.discord.link.rest;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.SequentialRestRateLimiter;

/**
 * Lets acknowledgements of interactions pass all other requests: they have threads of their own, since Discord waits
 * three seconds for them, while a few slow uploads hold the other threads for longer. Both lanes know the same global
 * limit, from which JDA exempts interactions as Discord does. Safe for use from any thread.
 */
public final class Lanes implements RestRateLimiter {
    private final RestRateLimiter acknowledgements;
    private final RestRateLimiter others;

    /**
     * Opens both lanes.
     *
     * @param config what JDA gives, for all other requests
     * @param threads take the acknowledgements
     */
    public Lanes(RateLimitConfig config, ExecutorService threads) {
        others = new SequentialRestRateLimiter(config);
        acknowledgements = new SequentialRestRateLimiter(
                new RateLimitConfig(config.getScheduler(), threads, config.getGlobalRateLimit(), config.isRelative()));
    }

    @Override
    public void enqueue(Work request) {
        var isAcknowledgement = request.getRoute().getBaseRoute().equals(Route.Interactions.CALLBACK);
        (isAcknowledgement ? acknowledgements : others).enqueue(request);
    }

    @Override
    public void stop(boolean shutdown, Runnable whenStopped) {
        var left = new AtomicInteger(2);
        for (var lane : List.of(acknowledgements, others)) {
            lane.stop(shutdown, () -> {
                if (left.decrementAndGet() == 0) {
                    whenStopped.run();
                }
            });
        }
    }

    @Override
    public boolean isStopped() {
        return acknowledgements.isStopped() && others.isStopped();
    }

    @Override
    public int cancelRequests() {
        return acknowledgements.cancelRequests() + others.cancelRequests();
    }
}
