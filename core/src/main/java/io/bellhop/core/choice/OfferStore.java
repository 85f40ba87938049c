package io.bellhop.core.choice;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps offers while the bot is down. Safe for use from any thread, and no method waits; what is put or dropped is seen
 * by whatever is called later but {@link #find}.
 */
interface OfferStore {
    /** Keeps nothing. */
    OfferStore NONE = new OfferStore() {
        @Override
        public void put(Offer offer) {}

        @Override
        public void drop(OfferKey key, MessageId message) {}

        @Override
        public void drop(OfferKey key) {}

        @Override
        public CompletionStage<Optional<Offer>> find(OfferKey key) {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public CompletionStage<List<Offer>> of(UserId asker) {
            return CompletableFuture.completedStage(List.of());
        }

        @Override
        public CompletionStage<Integer> forget(UserId asker) {
            return CompletableFuture.completedStage(0);
        }

        @Override
        public void sweep(Instant now) {}
    };

    /** Keeps an offer, in place of the one of the same key; a failure is logged. */
    void put(Offer offer);

    /** Drops an offer, if it is the one of this message; a failure is logged. */
    void drop(OfferKey key, MessageId message);

    /** Drops an offer; a failure is logged. */
    void drop(OfferKey key);

    /** Finds an offer; may not see yet what was put or dropped within the last second. */
    CompletionStage<Optional<Offer>> find(OfferKey key);

    /** Returns what was offered to someone who asked, the oldest first. */
    CompletionStage<List<Offer>> of(UserId asker);

    /** Deletes what was offered to someone who asked; completes with the number of choices when they are gone. */
    CompletionStage<Integer> forget(UserId asker);

    /** Deletes what has expired, and the oldest beyond what is kept. */
    void sweep(Instant now);
}
