package io.bellhop.core.discord;

import io.bellhop.api.error.BellhopException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log-in at Discord. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration LOGIN = Duration.ofSeconds(60);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final List<GatewayIntent> INTENTS =
            List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES, GatewayIntent.MESSAGE_CONTENT);

    private final JDA jda;
    private final Pools pools;
    private final UnderWay underWay;

    private Session(JDA jda, Pools pools, UnderWay underWay) {
        this.jda = jda;
        this.pools = pools;
        this.underWay = underWay;
    }

    /** Logs in, and returns when events arrive. */
    static Session open(DiscordOptions options, UnderWay underWay, EventListener ears) throws InterruptedException {
        var welcome = new Welcome();
        var session = connect(options, underWay, welcome, ears);
        try {
            session.await(welcome);
            return session;
        } catch (BellhopException | InterruptedException e) {
            session.leave();
            throw e;
        }
    }

    JDA jda() {
        return jda;
    }

    Pools pools() {
        return pools;
    }

    /** Lets requests finish, then leaves. */
    void close() {
        try {
            underWay.drain(DRAIN);
            leave();
        } catch (InterruptedException e) {
            jda.shutdownNow();
            pools.stop();
            Thread.currentThread().interrupt();
        }
    }

    private static Session connect(DiscordOptions options, UnderWay underWay, EventListener... listeners)
            throws InterruptedException {
        var pools = Pools.open();
        try {
            return new Session(build(options, pools, listeners), pools, underWay);
        } catch (InvalidTokenException | IllegalArgumentException e) {
            pools.close();
            throw Welcome.tokenRefused();
        } catch (RuntimeException e) {
            // a failed connection comes wrapped in several kinds
            pools.close();
            throw Failure.of(e);
        }
    }

    private static JDA build(DiscordOptions options, Pools pools, EventListener... listeners) {
        return pools.into(JDABuilder.createLight(options.token().reveal(), INTENTS))
                .setContextEnabled(false)
                .setEnableShutdownHook(false)
                .setRestConfig(options.rest())
                .setSessionController(options.sessions())
                .addEventListeners((Object[]) listeners)
                .build();
    }

    private void await(Welcome welcome) throws InterruptedException {
        try {
            welcome.ready().get(LOGIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw Failure.of(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw Failure.of(Failure.UNREACHABLE, "Discord's gateway did not answer. Look at the network.", e);
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
