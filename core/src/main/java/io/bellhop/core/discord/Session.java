package io.bellhop.core.discord;

import io.bellhop.api.error.BellhopException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log-in at Discord, with the requests that are under way. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration LOGIN = Duration.ofSeconds(60);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final List<GatewayIntent> INTENTS =
            List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES, GatewayIntent.MESSAGE_CONTENT);

    private final JDA jda;
    private final Pools pools;
    private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    private Session(JDA jda, Pools pools) {
        this.jda = jda;
        this.pools = pools;
    }

    /** Logs in, and returns when events arrive. */
    static Session open(DiscordOptions options, EventListener ears) throws InterruptedException {
        var pools = Pools.open();
        try {
            var welcome = new Welcome();
            var session = new Session(build(options, pools, welcome, ears), pools);
            session.await(welcome);
            return session;
        } catch (BellhopException | InterruptedException e) {
            pools.close();
            throw e;
        }
    }

    JDA jda() {
        return jda;
    }

    Pools pools() {
        return pools;
    }

    /** Follows a request to its end, so that closing waits for it, and puts its failure in Bellhop's words. */
    <T> CompletionStage<T> follow(CompletionStage<T> request) {
        var answer = new CompletableFuture<T>();
        var number = requests.incrementAndGet();
        underWay.put(number, answer);
        return request.handle((value, failure) -> {
                    underWay.remove(number);
                    return failure == null ? answer.complete(value) : answer.completeExceptionally(Failure.of(failure));
                })
                .thenCompose(done -> answer);
    }

    /** Lets requests finish, then leaves. */
    void close() {
        try {
            drain();
            leave();
        } catch (InterruptedException e) {
            jda.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static JDA build(DiscordOptions options, Pools pools, EventListener... listeners) {
        var builder = pools.into(JDABuilder.createLight(options.token().reveal(), INTENTS))
                .setContextEnabled(false)
                .setEnableShutdownHook(false)
                .setRestConfig(options.rest())
                .setSessionController(options.sessions());
        try {
            return builder.addEventListeners((Object[]) listeners).build();
        } catch (InvalidTokenException | IllegalArgumentException e) {
            throw Welcome.tokenRefused();
        } catch (ErrorResponseException e) {
            throw Failure.of(e);
        }
    }

    private void await(Welcome welcome) throws InterruptedException {
        try {
            welcome.ready().get(LOGIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            leave();
            throw Failure.of(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            leave();
            throw Failure.of(Failure.UNREACHABLE, "Discord's gateway did not answer. Look at the network.", e);
        }
    }

    private void drain() throws InterruptedException {
        var all = CompletableFuture.allOf(underWay.values().toArray(CompletableFuture<?>[]::new));
        try {
            all.get(DRAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            LOG.debug("A request failed while the link was closing", e);
        } catch (TimeoutException e) {
            LOG.warn("{} requests to Discord were given up", underWay.size());
        }
    }

    private void leave() throws InterruptedException {
        jda.shutdownNow();
        if (!jda.awaitShutdown(DRAIN)) {
            LOG.warn("JDA did not end within {} s", DRAIN.toSeconds());
        }
        pools.close();
    }
}
