package io.bellhop.core.choice;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The choices of one message.
 *
 * @param key what they are found by
 * @param message the message, or empty where the platform tells it with each pick
 * @param asker who asked, or empty if the message answers nobody in particular
 * @param options the choices, in the order of their numbers
 * @param until when they expire
 */
record Offer(OfferKey key, Optional<MessageId> message, Optional<UserId> asker, List<Option> options, Instant until) {
    /** Returns the same with some of its choices hollow. */
    Offer without(Predicate<Option> some) {
        var rest = options.stream()
                .map(option -> some.test(option) ? option.hollow() : option)
                .toList();
        return new Offer(key, message, asker, rest, until);
    }

    /** Returns the same as if it were made anew. */
    Offer renewed(Instant expiry) {
        return new Offer(key, message, asker, options, expiry);
    }

    /**
     * One of the choices.
     *
     * @param choice what was offered
     * @param plugin whose command it fires, or empty if it called none when it was offered
     */
    record Option(Choice choice, Optional<String> plugin) {
        /** Returns the same without its command line, which leaves its number to it and fires nothing. */
        Option hollow() {
            return new Option(Choice.of(choice.label(), ""), Optional.empty());
        }

        boolean isHollow() {
            return choice.invocation().isEmpty();
        }

        boolean isFor(UserId user, Optional<UserId> asker) {
            return choice.isForEveryone() || asker.isEmpty() || asker.get().equals(user);
        }
    }
}
