package io.bellhop.core.discord.link;

import io.bellhop.api.chat.Health;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.link.rest.Repeats;
import io.bellhop.core.discord.link.rest.RestWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.internal.utils.IOUtil;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Discord, kept open: what Discord closes for good is opened again where that can help, without the intent
 * that it refuses, with as many shards as it wants. Where only the owner can help it stays closed, and says why. Safe
 * for use from any thread.
 */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final LinkOptions options;
    private final Probe probe;
    private final Pools pools = Pools.open();
    private final RestWatch watch;
    private final OkHttpClient http;
    private final LogIn logIn;
    private final Runnable whenLeft;
    private final Shards shards = new Shards(this::closed);
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable BellhopException trouble;
    private volatile @Nullable Thread opening;
    private volatile boolean isClosed;

    /**
     * Makes a way that is not open yet.
     *
     * @param options where and how
     * @param whenLeft called when shards are gone, and with them all that they were asked and have not answered
     */
    public Gateway(LinkOptions options, Runnable whenLeft) {
        this.options = options;
        this.whenLeft = whenLeft;
        this.probe = new Probe(options.pace());
        this.watch = new RestWatch(options.pace().clock());
        this.http = IOUtil.newHttpClientBuilder()
                .readTimeout(options.pace().answer())
                .addInterceptor(watch)
                .addInterceptor(new Repeats())
                .build();
        this.logIn = new LogIn(options, http, pools, listeners);
    }

    /** Lets someone hear what happens, on the gateway's threads, from the next log-in on. */
    public void tell(EventListener listener) {
        listeners.add(listener);
    }

    /**
     * Logs in, and returns when events arrive: from all shards, or after a minute from some, or when it is known that
     * the session must wait. If Discord is out of reach it returns too, and tries on. Closes itself if it fails.
     *
     * @throws BellhopException if Discord refuses the bot
     * @throws InterruptedException if the caller is interrupted
     */
    public void open() throws InterruptedException {
        try {
            connectOrTryOn();
            probe();
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void connectOrTryOn() throws InterruptedException {
        try {
            connect();
        } catch (BellhopException e) {
            if (!e.code().equals(Refused.UNREACHABLE)) {
                throw e;
            }
            failed(e);
            open(() -> reopen(options.pace().again()));
        }
    }

    /** Returns the shards that it has now. */
    public Shards shards() {
        return shards;
    }

    /** Returns what a health says of the way. */
    public Health health() {
        return shards.generation().map(this::health).orElseGet(() -> Health.troubled(closed().getMessage()));
    }

    private Health health(Generation open) {
        var until = open.queue().heldUntil();
        var health = until.isAfter(options.pace().clock().instant())
                ? Health.troubled(
                        "No new sessions until " + until + ": too many were begun, or few are left for today.")
                : Health.well();
        health = health.with("shards", ShardLine.of(shards.all().toList(), open.numbers()))
                .with("limits", watch.line());
        var missing = missing();
        return missing.isEmpty() ? health : health.with("missing", missing);
    }

    private String missing() {
        var guilds = shards.all().flatMap(shard -> shard.getGuilds().stream());
        return Stream.concat(
                        logIn.hasContent() ? Stream.empty() : Stream.of(LogIn.WITHOUT_CONTENT),
                        Invitation.lacking(guilds, options.uses().get()).stream())
                .collect(Collectors.joining("; "));
    }

    /** The link's threads. */
    public Pools pools() {
        return pools;
    }

    /** Leaves. */
    public void close() throws InterruptedException {
        isClosed = true;
        var logsIn = opening;
        if (logsIn != null) {
            logsIn.interrupt(); // else it would be waited for
        }
        try {
            leave();
        } finally {
            pools.close();
            HealthFile.remove(options);
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    private void probe() {
        var every = options.pace().probe().toMillis();
        var _ = pools.gateway()
                .scheduleWithFixedDelay(() -> look(() -> probe.look(shards.all())), 0, every, TimeUnit.MILLISECONDS);
        // a disk that stands still must not hold up the shards' signs of life
        var _ = pools.health()
                .scheduleWithFixedDelay(
                        () -> look(() -> HealthFile.write(options, health())), 0, every, TimeUnit.MILLISECONDS);
    }

    private static void look(Runnable how) {
        try {
            how.run();
        } catch (RuntimeException e) {
            // JDA throws many kinds while a shard comes or goes; the next look must take place all the same
            LOG.warn("The shards could not be looked at, and are looked at again", e);
        }
    }

    private void invite() {
        shards.all()
                .findFirst()
                .ifPresent(shard -> LOG.info(
                        "Invite the bot to a server at {}",
                        Invitation.url(
                                shard.getSelfUser().getApplicationId(),
                                options.uses().get())));
    }

    private BellhopException closed() {
        var why = trouble;
        return why == null || why.code().equals(Refused.UNREACHABLE) ? Refused.unreachable(why) : Refused.stopped(why);
    }

    private synchronized void connect() throws InterruptedException {
        var generation = logIn.open(shards);
        trouble = null;
        invite();
        var _ = generation.refused().thenAccept(this::refused);
    }

    /** Hears on the gateway's thread that Discord closed a shard for good. */
    private void refused(int code) {
        if (!isClosed) {
            open(() -> again(code));
        }
    }

    /** Opens on a thread of its own, which ends with this. */
    private void open(Opening how) {
        opening = Thread.ofVirtual().name("discord-again").start(() -> {
            try {
                how.run();
            } catch (InterruptedException e) {
                LOG.debug("The link to Discord is not opened again, as it is closed", e);
            }
        });
    }

    /** Tries until it is open or closed. */
    private interface Opening {
        void run() throws InterruptedException;
    }

    private void again(int code) throws InterruptedException {
        leave();
        var goesOn = logIn.doesWithout(code);
        if (!goesOn) {
            trouble = Refused.with(code);
            LOG.error(
                    "Discord ended the session with code {}: {}",
                    code,
                    Refused.with(code).getMessage());
        }
        if (!Refused.isFinal(code)) {
            reopen(goesOn ? Duration.ZERO : options.pace().again());
        }
    }

    private void reopen(Duration wait) throws InterruptedException {
        for (var pause = wait; !isClosed; pause = options.pace().again()) {
            Thread.sleep(pause);
            try {
                connectUnlessClosed();
                return;
            } catch (BellhopException e) {
                failed(e);
                if (e.code().equals(Refused.token().code())) {
                    return;
                }
            }
        }
    }

    private void failed(BellhopException why) throws InterruptedException {
        trouble = why;
        leave();
        LOG.error("The link to Discord could not be opened: {}", why.getMessage());
    }

    private void connectUnlessClosed() throws InterruptedException {
        if (!isClosed) {
            connect();
        }
        if (isClosed) {
            leave();
        }
    }

    private synchronized void leave() throws InterruptedException {
        shards.leave();
        whenLeft.run();
    }
}
