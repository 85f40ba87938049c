package io.bellhop.core.discord.link;

import io.bellhop.api.chat.Health;
import io.bellhop.api.error.BellhopException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
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
    private static final String WITHOUT_CONTENT = "the message content intent: only direct messages, mentions and slash"
            + " commands are read. Switch it on in the developer portal, then start again";
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final List<GatewayIntent> USUAL =
            List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

    private final LinkOptions options;
    private final Collection<EventListener> listeners;
    private final Identifies identifies;
    private final Probe probe;
    private final Pools pools = Pools.open();
    private final RestWatch watch;
    private final OkHttpClient http;
    private volatile @Nullable Generation current;
    private volatile @Nullable BellhopException trouble;
    private volatile boolean hasContent = true;
    private volatile boolean isClosed;
    private volatile Runnable openedAgain = () -> {};

    private Gateway(LinkOptions options, Collection<EventListener> listeners) {
        this.options = options;
        this.listeners = listeners;
        this.identifies = Identifies.open(options.sessions());
        this.probe = new Probe(options.pace());
        this.watch = new RestWatch(options.pace().clock());
        this.http = IOUtil.newHttpClientBuilder().addInterceptor(watch).build();
    }

    /**
     * Logs in, and returns when events arrive: from all shards, or after a minute from some, or when it is known that
     * the session must wait.
     *
     * @param options where and how
     * @param listeners hear what happens, on the gateway's threads
     * @return the open way
     * @throws BellhopException if Discord is out of reach or refuses the bot
     * @throws InterruptedException if the caller is interrupted
     */
    public static Gateway open(LinkOptions options, Collection<EventListener> listeners) throws InterruptedException {
        var gateway = new Gateway(options, listeners);
        try {
            gateway.connect();
            gateway.probe();
            gateway.invite();
            return gateway;
        } catch (RuntimeException | InterruptedException e) {
            gateway.close();
            throw e;
        }
    }

    /** Calls back whenever new shards have taken the place of those before. */
    public void whenOpenedAgain(Runnable listener) {
        openedAgain = listener;
    }

    /** Returns a shard through which REST requests may go. */
    public JDA any() {
        return all().findFirst().orElseThrow(this::closed);
    }

    /** Returns the bot's own id, once it has been let in. */
    public Optional<String> self() {
        return all().findFirst().map(shard -> shard.getSelfUser().getId());
    }

    /** Returns the shards that are there now. */
    public Stream<JDA> all() {
        var open = current;
        return open == null ? Stream.empty() : open.manager().getShards().stream();
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
        var guild = guild(json.getString("guild_id", ""));
        return guild.filter(there -> there.getChannelById(IThreadContainer.class, json.getString("parent_id")) != null)
                .map(there ->
                        ((JDAImpl) there.getJDA()).getEntityBuilder().createThreadChannel(json, there.getIdLong()));
    }

    /** Returns what a health says of the way. */
    public Health health() {
        var open = current;
        if (open == null) {
            return Health.troubled(closed().getMessage());
        }
        var until = open.queue().heldUntil();
        var health = until.isAfter(options.pace().clock().instant())
                ? Health.troubled(
                        "No new sessions until " + until + ": too many were begun, or few are left for today.")
                : Health.well();
        health = health.with("shards", ShardLine.of(all().toList(), open.numbers()))
                .with("limits", watch.line());
        var missing = Stream.concat(
                        hasContent ? Stream.empty() : Stream.of(WITHOUT_CONTENT),
                        Invitation.lacking(all().flatMap(shard -> shard.getGuilds().stream())).stream())
                .collect(Collectors.joining("; "));
        return missing.isEmpty() ? health : health.with("missing", missing);
    }

    /** Tells whether all servers of this process are known; else what is not found may only be late. */
    public boolean isComplete() {
        var open = current;
        return open != null && open.allReady().isDone() && all().allMatch(Gateway::isUp);
    }

    /** Returns why Discord does not let the bot in, if it has said so. */
    public Optional<BellhopException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** The link's threads. */
    public Pools pools() {
        return pools;
    }

    /** Leaves. */
    public void close() throws InterruptedException {
        isClosed = true;
        try {
            leave();
        } finally {
            pools.close();
            HealthFile.remove(options);
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    static boolean isUp(JDA shard) {
        return shard.getStatus() == JDA.Status.CONNECTED;
    }

    private void probe() {
        var every = options.pace().probe().toMillis();
        var _ = pools.gateway().scheduleWithFixedDelay(this::look, 0, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            probe.look(all());
            HealthFile.write(options, health());
        } catch (RuntimeException e) {
            // JDA throws many kinds while a shard comes or goes; the next look must take place all the same
            LOG.warn("The shards could not be looked at, and are looked at again", e);
        }
    }

    private void invite() {
        all().findFirst()
                .ifPresent(shard -> LOG.info(
                        "Invite the bot to a server at {}",
                        Invitation.url(shard.getSelfUser().getApplicationId())));
    }

    private BellhopException closed() {
        var why = trouble;
        return why == null ? Refused.unreachable(null) : Refused.stopped(why);
    }

    private synchronized void connect() throws InterruptedException {
        var generation = login();
        current = generation;
        try {
            await(generation);
        } catch (ContentRefused e) {
            leave();
            withoutContent();
            connect();
            return;
        }
        trouble = null;
        var _ = generation.refused().thenAccept(this::refused);
    }

    /** Discord refused what it gives only to those whom it trusts with what people write. */
    private static final class ContentRefused extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Generation login() throws InterruptedException {
        var offer = GatewayOffer.ask(http, options);
        try {
            return Generation.open(options, offer, identifies, intents(), pools, http, listeners);
        } catch (InvalidTokenException | IllegalArgumentException e) {
            throw Refused.token();
        }
    }

    private List<GatewayIntent> intents() {
        var intents = new ArrayList<>(USUAL);
        if (hasContent) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        return intents;
    }

    private void await(Generation generation) throws InterruptedException, ContentRefused {
        var ends = CompletableFuture.anyOf(generation.allReady(), generation.refused());
        var deadline = System.nanoTime() + options.pace().login().toNanos();
        while (!ends.isDone() && !isHeld(generation)) {
            if (System.nanoTime() > deadline) {
                if (!generation.isAnyReady()) {
                    throw Refused.unreachable(null);
                }
                LOG.warn("Not all shards are up yet; they come while the bot runs");
                return;
            }
            lookAgain(ends);
        }
        if (generation.refused().isDone()) {
            throwReason(generation.refused().join());
        }
    }

    private void throwReason(int code) throws ContentRefused {
        if (code == Refused.DISALLOWED_INTENTS && hasContent) {
            throw new ContentRefused();
        }
        throw Refused.with(code);
    }

    private boolean isHeld(Generation generation) {
        var until = generation.queue().heldUntil();
        return until.isAfter(options.pace().clock().instant());
    }

    private static void lookAgain(CompletableFuture<?> ends) throws InterruptedException {
        try {
            ends.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.trace("Not all shards are up yet");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void withoutContent() {
        hasContent = false;
        LOG.warn("Discord refuses {}", WITHOUT_CONTENT);
    }

    /** Hears on the gateway's thread that Discord closed a shard for good. */
    private void refused(int code) {
        if (!isClosed) {
            Thread.ofVirtual().name("discord-again").start(() -> again(code));
        }
    }

    private void again(int code) {
        try {
            leave();
            var isContent = code == Refused.DISALLOWED_INTENTS && hasContent;
            if (isContent) {
                withoutContent();
            } else {
                trouble = Refused.with(code);
                LOG.error(
                        "Discord ended the session with code {}: {}",
                        code,
                        Refused.with(code).getMessage());
            }
            if (!Refused.isFinal(code)) {
                reopen(isContent ? Duration.ZERO : options.pace().again());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reopen(Duration wait) throws InterruptedException {
        for (var pause = wait; !isClosed; pause = options.pace().again()) {
            Thread.sleep(pause);
            try {
                connectUnlessClosed();
                return;
            } catch (BellhopException e) {
                trouble = e;
                leave();
                LOG.error("The link to Discord could not be opened again: {}", e.getMessage());
                if (e.code().equals(Refused.token().code())) {
                    return;
                }
            }
        }
    }

    private void connectUnlessClosed() throws InterruptedException {
        if (!isClosed) {
            connect();
            openedAgain.run();
        }
        if (isClosed) {
            leave();
        }
    }

    private synchronized void leave() throws InterruptedException {
        var open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }
}
