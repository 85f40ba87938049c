package io.bellhop.core.discord.link;

import io.bellhop.core.discord.link.option.LinkOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in with what Discord grants: without the content of messages, once it has refused that. One at a time. */
final class LogIn {
    static final String WITHOUT_CONTENT = "the message content intent: only direct messages, mentions and slash"
            + " commands are read. Switch it on in the developer portal, then start again";

    private static final Logger LOG = LoggerFactory.getLogger(LogIn.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final List<GatewayIntent> USUAL =
            List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

    private final LinkOptions options;
    private final OkHttpClient http;
    private final Pools pools;
    private final Collection<EventListener> listeners;
    private final Identifies identifies;
    private volatile boolean hasContent = true;

    LogIn(LinkOptions options, OkHttpClient http, Pools pools, Collection<EventListener> listeners) {
        this.options = options;
        this.http = http;
        this.pools = pools;
        this.listeners = listeners;
        this.identifies = Identifies.open(options.sessions(), options.pace().hold());
    }

    /** Discord refused what it gives only to those whom it trusts with what people write. */
    private static final class ContentRefused extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Tells whether the content of messages is not refused. */
    boolean hasContent() {
        return hasContent;
    }

    /** Goes on without an intent if that is why Discord closed a session; tells whether it is. */
    boolean doesWithout(int code) {
        var isContent = code == Refused.DISALLOWED_INTENTS && hasContent;
        if (isContent) {
            hasContent = false;
            Message.suppressContentIntentWarning(); // this one says what to do
            LOG.warn("Discord refuses {}", WITHOUT_CONTENT);
        }
        return isContent;
    }

    /** Logs in, and returns when events arrive from all shards, from some after a while, or when they must wait. */
    Generation open(Shards shards) throws InterruptedException {
        var generation = begun(shards);
        try {
            await(generation);
            return generation;
        } catch (ContentRefused e) {
            shards.leave();
            return open(shards);
        }
    }

    private Generation begun(Shards shards) throws InterruptedException {
        var offer = GatewayOffer.ask(http, options);
        try {
            var generation = Generation.of(options, offer, identifies, intents(), pools, http, listeners);
            shards.are(generation); // whoever hears the first of them asks for it
            generation.logIn();
            return generation;
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
        if (doesWithout(code)) {
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
}
