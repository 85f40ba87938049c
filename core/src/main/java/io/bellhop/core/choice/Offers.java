package io.bellhop.core.choice;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.choice.Offer.Option;
import io.bellhop.core.command.register.CommandNames;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The choices that connectors show, until they are picked or expire after 30 days. The latest are in memory; all are
 * kept over a restart, which nobody who offers waits for. Safe for use from any thread.
 */
@Singleton
public final class Offers {
    static final Duration KEPT = Duration.ofDays(30);
    /** A number says nothing of what it picks, and whoever types it may mean something else after a while. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(Offers.class);
    private static final Duration SWEPT = Duration.ofDays(1);

    private final Time time;
    private final OfferStore store;
    private final CommandNames commands;
    private final RecentOffers recent = new RecentOffers();
    private final RandomKeys keys = new RandomKeys();
    private final Instant began;

    @Inject
    Offers(Time time, OfferStore store, CommandNames commands) {
        this.time = time;
        this.store = store;
        this.commands = commands;
        this.began = time.clock().instant();
    }

    /**
     * Makes offers that end with the process.
     *
     * @param time tells when they expire
     * @param commands knows whose commands they fire
     * @return the offers
     */
    public static Offers inMemory(Time time, CommandNames commands) {
        return new Offers(time, OfferStore.NONE, commands);
    }

    /** Deletes what is too old once a day from now on. */
    public void begin() {
        time.after(SWEPT, () -> {
            begin();
            store.sweep(time.clock().instant());
        });
    }

    /**
     * Offers choices under a key that tells nothing. Returns at once.
     *
     * @param connector the connector that shows them
     * @param choices the choices, numbered from 1
     * @param asker who may pick what is not for everyone, or empty for all
     * @param repeat what is the same whenever the same message is tried again, so that the key is too; empty if it is
     *     sent once
     * @return what they can be picked by
     */
    public OfferKey offer(String connector, List<Choice> choices, Optional<UserId> asker, Optional<String> repeat) {
        var key = new OfferKey(connector, repeat.map(keys::of).orElseGet(keys::next));
        put(key, Optional.empty(), choices, asker);
        return key;
    }

    /**
     * Offers choices that are picked by their number in the message's channel, in place of those that were offered
     * there before. Returns at once.
     *
     * @param message the message that shows them
     * @param choices the choices, numbered from 1
     * @param asker who may pick what is not for everyone, or empty for all
     */
    public void offer(MessageId message, List<Choice> choices, Optional<UserId> asker) {
        put(OfferKey.of(message.channel()), Optional.of(message), choices, asker);
    }

    private void put(OfferKey key, Optional<MessageId> message, List<Choice> choices, Optional<UserId> asker) {
        if (choices.isEmpty()) {
            return;
        }
        var options = choices.stream()
                .map(choice -> new Option(choice, commands.plugin(choice.invocation())))
                .toList();
        var offer =
                new Offer(key, message, asker, options, time.clock().instant().plus(KEPT));
        synchronized (this) { // both in one order
            recent.put(offer);
            store.put(offer.without(this::isSecret));
        }
    }

    private boolean isSecret(Option option) {
        return commands.takesSecret(option.choice().invocation());
    }

    /**
     * Takes back what a message offers by numbers, if it is the last that did so in its channel.
     *
     * @param message the message
     */
    public synchronized void withdraw(MessageId message) {
        var key = OfferKey.of(message.channel());
        recent.close(key, message);
        store.drop(key, message);
    }

    /**
     * Picks a choice. What was offered of late, or picked before, is found at once.
     *
     * @param key what it was offered under, which may be forged
     * @param number its number, from 1
     * @param user who picks
     * @return completes, never exceptionally, at once or on a thread of the core's that must not be held up
     */
    public CompletionStage<Pick> pick(OfferKey key, int number, UserId user) {
        return find(key)
                .thenApply(found -> found.filter(
                                offer -> offer.until().isAfter(time.clock().instant()))
                        .map(offer -> unlessStale(offer, pick(offer, number, user)))
                        .orElseGet(Pick.Closed::new))
                .exceptionally(failure -> {
                    log.error("what was offered can't be read", failure);
                    return new Pick.Unavailable("What was offered can't be read now. Try again in a minute.");
                });
    }

    /**
     * Picks a choice that can be picked but once: nobody picks anything that was offered along with it any more.
     *
     * @param key what it was offered under, which may be forged
     * @param number its number, from 1
     * @param user who picks
     * @return as {@link #pick} does
     */
    public CompletionStage<Pick> take(OfferKey key, int number, UserId user) {
        return pick(key, number, user)
                .thenApply(pick -> pick instanceof Pick.Picked && !close(key) ? new Pick.Closed() : pick);
    }

    /** Closes an offer; false if it was closed already. */
    private synchronized boolean close(OfferKey key) {
        boolean closes = recent.close(key);
        if (closes) {
            store.drop(key);
        }
        return closes;
    }

    private CompletionStage<Optional<Offer>> find(OfferKey key) {
        return recent.find(key)
                .map(CompletableFuture::completedStage)
                .orElseGet(() -> store.find(key).thenApply(found -> found.flatMap(recent::putIfAbsent)));
    }

    private Pick pick(Offer offer, int number, UserId user) {
        var options = offer.options();
        if (number < 1 || number > options.size()) {
            return new Pick.Unnumbered(options.size());
        }
        var option = options.get(number - 1);
        if (option.isHollow()) {
            return new Pick.Closed();
        }
        if (!option.isFor(user, offer.asker())) {
            return new Pick.ForAnother();
        }
        return option.plugin()
                .filter(plugin -> commands.plugin(option.choice().invocation()).isEmpty())
                .<Pick>map(Offers::away)
                .orElseGet(() -> new Pick.Picked(option.choice(), offer.message()));
    }

    /**
     * What is picked by its number only, and was offered long ago or by an earlier process, is shown before it is done.
     */
    private synchronized Pick unlessStale(Offer offer, Pick pick) {
        boolean isFresh = offer.message().isEmpty() || !isStale(offer.until().minus(KEPT));
        if (isFresh || !(pick instanceof Pick.Picked(var choice, var _))) {
            return pick;
        }
        var now = offer.renewed(time.clock().instant().plus(KEPT));
        recent.put(now);
        store.put(now.without(this::isSecret));
        var line = choice.invocation().lines().findFirst().orElse("");
        return new Pick.Unavailable("That was offered a while ago: “" + choice.label() + "”"
                + (commands.takesSecret(line) ? "" : ", the command “" + line + "”")
                + ". Send the number again, and it is done.");
    }

    private boolean isStale(Instant made) {
        return made.isBefore(began) || made.plus(FRESH).isBefore(time.clock().instant());
    }

    private static Pick away(String plugin) {
        return new Pick.Unavailable(
                "The plugin " + plugin + ", which offered this, is not running. Pick it again when it is back.");
    }

    /** Returns what was offered to someone who asked. */
    CompletionStage<List<Offer>> of(UserId asker) {
        return store.of(asker);
    }

    /** Forgets what was offered to someone who asked; completes with the number of choices when they are gone. */
    CompletionStage<Integer> forget(UserId asker) {
        return store.forget(asker).thenApply(gone -> {
            recent.forget(asker);
            return gone;
        });
    }
}
