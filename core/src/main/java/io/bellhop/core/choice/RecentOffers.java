package io.bellhop.core.choice;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The offers that were made or picked of late, and those that were closed. Each stays here until long after it was
 * written, for no platform takes a thousand messages a second. Safe for use from any thread.
 */
final class RecentOffers {
    private static final int MOST = 1000;

    /** By their keys, empty for what is closed; those come first that were not asked for longest. */
    private final Map<OfferKey, Optional<Offer>> offers = new LinkedHashMap<>(16, 0.75f, true);

    synchronized void put(Offer offer) {
        keep(offer.key(), Optional.of(offer));
    }

    /** Puts what was read, unless something newer is here; returns what is here then. */
    synchronized Optional<Offer> putIfAbsent(Offer read) {
        if (!offers.containsKey(read.key())) {
            put(read);
        }
        return offers.getOrDefault(read.key(), Optional.empty());
    }

    /** Returns an offer, or that it is closed; empty if neither is known here. */
    synchronized Optional<Optional<Offer>> find(OfferKey key) {
        return Optional.ofNullable(offers.get(key));
    }

    /** Closes the offer of a message. */
    synchronized void close(OfferKey key, MessageId message) {
        var known = offers.get(key);
        if (known != null && known.flatMap(Offer::message).equals(Optional.of(message))) {
            keep(key, Optional.empty());
        }
    }

    /** Closes an offer that is here; false if it is not, or is closed. */
    synchronized boolean close(OfferKey key) {
        boolean isOpen = offers.getOrDefault(key, Optional.empty()).isPresent();
        if (isOpen) {
            keep(key, Optional.empty());
        }
        return isOpen;
    }

    synchronized void forget(UserId asker) {
        offers.values().removeIf(offer -> offer.flatMap(Offer::asker).equals(Optional.of(asker)));
    }

    private void keep(OfferKey key, Optional<Offer> offer) {
        offers.put(key, offer);
        if (offers.size() > MOST) {
            offers.remove(offers.keySet().iterator().next());
        }
    }
}
